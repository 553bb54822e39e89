import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Writes files into a ZIP as a stream. Films and pictures are packed already: stored, not squeezed again. */
export async function zipInto(target: string, files: { name: string; file: string }[], made: Date): Promise<void> {
  const zip = new ZipFile()
  for (const { name, file } of files) zip.addFile(file, name, { compress: name.endsWith('.txt'), mtime: made })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
}
