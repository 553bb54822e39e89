import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The only file that knows paths. Everything a run makes stays in its work folder until it is whole. */
export function storage(dataDir: string) {
  const root = path.resolve(dataDir)
  const work = path.join(root, 'tmp', 'media')
  const streams = path.join(root, 'streams')
  const kits = path.join(root, 'kits')
  const inWork = (run: string, ...names: string[]) => path.join(work, safe(run), ...names)

  return {
    tmp: path.join(root, 'tmp'),
    /** Uploads under way; they outlive a restart. */
    begun: path.join(root, 'tmp', 'uploads'),
    work: inWork,
    streams,
    upload: (collection: 'files' | 'images', filename: string) =>
      path.join(root, 'uploads', collection, safe(filename)),
    /** Where a running ffmpeg notes its process id. */
    pidFile: (run: string) => inWork(run, 'ffmpeg.pid'),
    has: (run: string, name: string) => existsSync(inWork(run, name)),
    runs: () => list(work),
    dropRun: (run: string) => drop(inWork(run)),
    dropStream: (hash: string) => drop(path.join(streams, safe(hash))),
    published: () => list(streams),
    bornAt: async (hash: string) => (await stat(path.join(streams, safe(hash)))).mtimeMs,

    /** Finished kits for other accounts, each a ZIP named by its content. */
    kit: (hash: string) => path.join(kits, `${safe(hash)}.zip`),
    kits: async () => (await list(kits)).map((name) => name.replace(/\.zip$/, '')),
    async keepKit(zip: string): Promise<string> {
      const hash = (await hashOfFile(zip)).slice(0, 32)
      await mkdir(kits, { recursive: true })
      await rename(zip, path.join(kits, `${hash}.zip`))
      return hash
    },

    /**
     * Makes one part of a run: `make` fills a fresh folder, which takes its final name only when it is whole. A killed
     * attempt leaves a `.part` folder that nobody reads and the next attempt or the sweep removes.
     */
    async part<T>(run: string, name: string, make: (folder: string) => Promise<T>): Promise<T> {
      const folder = inWork(run, `${name}.${process.pid}.part`)
      for (const entry of await list(inWork(run)))
        if (entry.startsWith(`${name}.`) && entry.endsWith('.part')) await drop(inWork(run, entry))
      await mkdir(folder, { recursive: true })
      try {
        const made = await make(folder)
        await drop(inWork(run, name))
        await rename(folder, inWork(run, name))
        return made
      } finally {
        await drop(folder)
      }
    },

    /** Takes over a finished part of an earlier stream by hard link: a new subtitle does not encode the picture again. */
    async reuse(hash: string, name: string, target: string): Promise<boolean> {
      const source = path.join(streams, safe(hash), name)
      if (!existsSync(source)) return false
      await linkInto(source, target)
      return true
    },

    /** The named JSON note of a published stream, or undefined. */
    async note(hash: string, name: string): Promise<unknown> {
      const file = path.join(streams, safe(hash), name)
      return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined
    },

    /** The content address of a finished part. */
    address: (run: string, name: string) => hashOf(inWork(run, name)),

    /** Moves a finished package to the folder of its content address, in one step. Safe to repeat; false when it is gone. */
    async publish(run: string, name: string, hash: string): Promise<boolean> {
      const source = inWork(run, name)
      const target = path.join(streams, safe(hash))
      await mkdir(streams, { recursive: true })
      if (existsSync(target)) await drop(source)
      else if (existsSync(source)) await rename(source, target)
      if (!existsSync(target)) return false
      await utimes(target, new Date(), new Date()) // as young as new: the sweep must not take it before a film names it
      return true
    },
  }
}
export type Storage = ReturnType<typeof storage>

export const streamUrl = (hash: string) => `/media/streams/${hash}`
export const hashOfUrl = (folder: string) => folder.split('/').at(-1) ?? ''
export const writeText = (file: string, text: string) => writeFile(file, text)
export const readText = (file: string) => readFile(file, 'utf8')
export const readBytes = (file: string) => readFile(file)
export const sizeOf = async (file: string) => (await stat(file)).size
export const move = rename
export { path }

export async function drop(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true, maxRetries: 3 })
}

export async function list(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).sort() : []
}

/** Every file of a folder at the same place in another one, by hard link where the disk can. */
export async function linkInto(source: string, target: string): Promise<void> {
  for (const file of await filesOf(source)) await linkFile(file, path.join(target, path.relative(source, file)))
}

/** One file at another place, by hard link where the disk can. */
export async function linkFile(file: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  await link(file, to).catch(() => cp(file, to)) // another disk, or one without links
}

/** SHA-256 of a file, read as a stream. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const entry of await filesOf(folder)) hash.update(path.relative(folder, entry)).update(await hashOfFile(entry))
  return hash.digest('hex').slice(0, 32)
}

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((found) => found.isFile())
    .map((found) => path.join(found.parentPath ?? found.path, found.name))
    .sort()

/** A name from the database never walks out of its folder. */
function safe(name: string): string {
  if (!name || name !== path.basename(name) || name.startsWith('.')) throw new Error(`unsafe name: ${name}`)
  return name
}
