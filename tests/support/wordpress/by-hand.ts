import type { Wordpress } from './start-wordpress'

/** What somebody does on the site by hand; resolves to the post as it then is. */
export async function byHand(
  wordpress: Wordpress,
  path: string,
  body: object,
): Promise<{ readonly id: number }> {
  const authorization = `Basic ${Buffer.from(wordpress.editor).toString('base64')}`
  const answer = await fetch(`${wordpress.url}/?rest_route=${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`WordPress answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { readonly id: number }
}
