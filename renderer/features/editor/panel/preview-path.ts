/** Page of the draft as it is now (`version` only makes the frame load again), or of a frozen revision. */
export function previewPath(
  article: string,
  query: { readonly version: string } | { readonly revision: string },
): string {
  return `/preview/${article}?${new URLSearchParams({ ...query })}`
}
