/** Configuration files of one private WordPress, by their path below its folder. */
export function configuration(site: {
  readonly directory: string
  readonly url: string
  readonly port: number
  readonly salt: string
}): Record<string, string> {
  const { directory, url, port, salt } = site
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap(name => [`${name}_KEY`, `${name}_SALT`])
  return {
    'site/wp-config.php': `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${directory}/run/db.sock');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
define('WP_ENVIRONMENT_TYPE', 'local'); // application passwords over plain http
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISALLOW_FILE_MODS', true);
define('FS_METHOD', 'direct');
define('WP_DEBUG', false);
${keys.map((name, index) => `define('${name}', '${salt}${index}');`).join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
`,
    'php-fpm.conf': `[global]
error_log = ${directory}/run/php-fpm.log
[site]
user = www-data
group = www-data
listen = ${directory}/run/fpm.sock
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = 4
request_terminate_timeout = 60
php_admin_value[upload_max_filesize] = 8M
php_admin_value[post_max_size] = 10M
php_admin_value[memory_limit] = 256M
php_admin_value[sendmail_path] = /bin/true
php_admin_value[error_log] = ${directory}/run/php.log
php_admin_flag[display_errors] = off
`,
    // The port has to be in HTTP_HOST: without it WordPress redirects every page to itself.
    'nginx.conf': `user www-data;
daemon off;
worker_processes 1;
pid ${directory}/run/nginx.pid;
events { worker_connections 128; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${directory}/run/body;
  proxy_temp_path ${directory}/run/proxy;
  fastcgi_temp_path ${directory}/run/fastcgi;
  uwsgi_temp_path ${directory}/run/uwsgi;
  scgi_temp_path ${directory}/run/scgi;
  client_max_body_size 12m;
  server {
    listen 127.0.0.1:${port};
    root ${directory}/site;
    index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ ^/wp-content/uploads/.*\\.php$ { return 403; }
    location ~ \\.php$ {
      try_files $uri =404;
      include /etc/nginx/fastcgi_params;
      fastcgi_param HTTP_HOST ${new URL(url).host};
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass unix:${directory}/run/fpm.sock;
      fastcgi_read_timeout 60s;
    }
  }
}
`,
  }
}
