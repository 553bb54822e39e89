import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

type Found = { executablePath: string; args: string[]; env: Record<string, string> }

/** The Chromium of the system, else the one that npm brought. `TEST_CHROMIUM=npm` asks for the latter. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, args, env } = ofTheSystem() ?? (await ofNpm())
  return chromium.launch({ executablePath, args: [...ARGS, ...args], env: { ...(process.env as Env), ...env } })
}

type Env = Record<string, string>

function ofTheSystem(): Found | undefined {
  if (process.env.TEST_CHROMIUM === 'npm') return undefined
  const named = process.env.CHROMIUM_PATH
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin']
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const candidates = [...(named ? [named] : []), ...folders.flatMap((f) => names.map((name) => path.join(f, name)))]
  const executablePath = candidates.find((file) => path.isAbsolute(file) && existsSync(file))
  return executablePath ? { executablePath, args: [], env: {} } : undefined
}

const UNPACKED = path.resolve('node_modules/.cache/mingbai-chromium')

/** The package's own file names folders of another machine; without a single font Chromium crashes on a form field. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(UNPACKED, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(UNPACKED, 'fonts-cache')}</cachedir>
</fontconfig>
`

/**
 * The package unpacks into the folder for temporary files and brings the shared libraries of Amazon Linux only when it
 * believes to run there: a process of its own is told both, so that this one keeps its environment.
 */
async function ofNpm(): Promise<Found> {
  if (!existsSync(path.join(UNPACKED, 'chromium'))) {
    const scratch = mkdtempSync(path.resolve('node_modules/.mingbai-chromium-'))
    const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
    execFileSync(process.execPath, ['-e', unpack], { env: { ...process.env, TMPDIR: scratch, VERCEL: '1' } })
    rmSync(UNPACKED, { recursive: true, force: true })
    mkdirSync(path.dirname(UNPACKED), { recursive: true })
    writeFileSync(path.join(scratch, 'fonts', 'fonts.conf'), FONTS)
    renameSync(scratch, UNPACKED)
  }
  const libraries = [path.join(UNPACKED, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: path.join(UNPACKED, 'chromium'),
    args: ['--no-zygote', '--disable-dev-shm-usage'],
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(UNPACKED, 'fonts') },
  }
}
