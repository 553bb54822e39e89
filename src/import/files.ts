import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CodedError } from '../lib/errors'
import type { ErrorCode } from '../lib/errorCodes'

const LARGEST = 8 * 1024 * 1024

export type Source = { file: string; folder: string; text: string }
export type Rejected = { file: string; code: ErrorCode; reason: string }
export type Progress = (step: { done: number; total: number; file: string }) => void

/** Every Markdown file below a folder (or the one file named), in a stable order. Throws `import-no-folder`. */
export async function markdownFiles(where: string): Promise<string[]> {
  const about = await stat(where).catch(() => null)
  if (!about) throw new CodedError('import-no-folder', `没有这个文件夹或文件：${where} / no such folder or file`)
  if (about.isFile()) return [where]
  const entries = await readdir(where, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.(md|markdown|txt)$/i.test(entry.name))
  return files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/^readme\./i.test(path.basename(file)))
    .sort()
}

/** Reads one text. Throws `import-empty`, `too-large`, `import-encoding`. */
export async function readText(file: string): Promise<Source> {
  const { size } = await stat(file)
  if (size > LARGEST) throw new CodedError('too-large')
  const bytes = await readFile(file)
  if (!bytes.length) throw new CodedError('import-empty')
  if (bytes.includes(0)) throw new CodedError('import-encoding')
  const text = decoded(bytes).replace(/\r\n?/g, '\n')
  if (!text.trim()) throw new CodedError('import-empty')
  return { file: path.basename(file), folder: path.basename(path.dirname(file)), text }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new CodedError('import-encoding', undefined, undefined, { cause })
  }
}

/** A file that cannot be taken is a line in the report, never the end of the import; anything else is rethrown. */
export function rejection(file: string, error: unknown): Rejected {
  if (error instanceof CodedError) return { file, code: error.code, reason: error.message }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EISDIR' || code === 'ENOENT')
    return { file, code: 'import-unreadable', reason: `文件打不开（${code}）` }
  throw error
}
