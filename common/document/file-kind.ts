const byMediaType: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.oasis.opendocument.text': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.oasis.opendocument.spreadsheet': 'Excel',
  'text/csv': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/zip': 'ZIP',
  'application/x-zip-compressed': 'ZIP',
  'text/plain': 'TXT',
  'image/webp': 'WebP',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
}

/** What people call a file of this sort: `PDF`, `Word`, `Excel`; the ending of its name where the media type says little. */
export function fileKind({ mediaType, fileName }: Readonly<Record<string, unknown>>): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(String(fileName))?.[1]
  return byMediaType[String(mediaType)] ?? ending?.toUpperCase() ?? 'tệp'
}
