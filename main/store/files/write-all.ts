import type { OpenFile } from './files'

/** Writes every byte at `position`, going on after short writes; a full disk ends in its ENOSPC, never in silence. */
export async function writeAll(file: OpenFile, data: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < data.byteLength) {
    const written = await file.write(done === 0 ? data : data.subarray(done), position + done)
    if (written === 0) throw new Error('the disk took no bytes')
    done += written
  }
}
