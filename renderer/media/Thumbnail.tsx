import { useEffect, useState } from 'react'

/** A picture of this machine before it was sent anywhere; an empty place where it cannot be read. */
export function Thumbnail({ file }: { readonly file: File }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url === null ? (
    <span className="thumbnail" />
  ) : (
    <img className="thumbnail" src={url} alt="" loading="lazy" decoding="async" />
  )
}
