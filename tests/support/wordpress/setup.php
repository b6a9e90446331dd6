<?php
// Run once by the php command line: makes the tables, a Vietnamese site and an editor with an application password.
[, $site, $url] = $argv;
$_SERVER += [
    'HTTP_HOST' => parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT),
    'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1',
];
define('WP_INSTALLING', true);
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if (!is_blog_installed()) {
    wp_install('Cổng xã thử nghiệm', 'quantri', 'quantri@example.invalid', true, '', wp_generate_password(), 'vi');
}
update_option('timezone_string', 'Asia/Ho_Chi_Minh');
update_option('permalink_structure', '/%postname%/');
update_option('ping_sites', '');
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules(false);

$accounts = [];
foreach (['editor', 'author'] as $role) {
    $user = get_user_by('login', $role);
    $id = $user ? $user->ID : wp_insert_user([
        'user_login' => $role, 'user_pass' => wp_generate_password(), 'role' => $role,
        'user_email' => "$role@example.invalid",
    ]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => uniqid('toa-soan-')]);
    $accounts[$role] = "$role:$password";
}
$category = wp_insert_term('Tin tức', 'category', ['slug' => 'tin-tuc']);
echo json_encode(['version' => $GLOBALS['wp_version'], 'accounts' => $accounts]);
