import { expect, it } from 'vitest'
import { folderPictures } from '#renderer/media/folder-pictures.ts'

const file = (name: string, day: number, path = '') =>
  Object.assign(new File(['x'], name, { lastModified: Date.UTC(2026, 10, day) }), {
    webkitRelativePath: path,
  }) as File

it('lists the pictures of a camera’s card, the newest first, and names what cannot be read', () => {
  const found = folderPictures([
    file('IMG_1.JPG', 1),
    file('IMG_3.heic', 3),
    file('IMG_2.jpg', 2),
    file('IMG_4.jpg', 2),
    file('clip.mp4', 4),
    file('Thumbs.db', 4),
    file('._IMG_1.JPG', 5),
    file('a.jpg', 6, 'DCIM/.thumbnails/a.jpg'),
  ])
  expect(found.map(({ file: { name }, kind }) => `${name} ${kind}`)).toEqual([
    'IMG_3.heic heic',
    'IMG_4.jpg picture',
    'IMG_2.jpg picture',
    'IMG_1.JPG picture',
  ])
})
