import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
export const bin = (name) => path.join(root, 'node_modules', '.bin', name)

const CONDITION = '--conditions=production'

/** Goes to the project, reads `.env` (the shell's own variables win), and sets what every child process needs. */
export function prepareEnvironment() {
  refuseOldNode()
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  // Lexical's entry for plain Node awaits a dynamic import at top level and hangs in about one start of four (Node 20);
  // the `production` condition names the file directly.
  const options = process.env.NODE_OPTIONS ?? ''
  if (!options.includes(CONDITION)) process.env.NODE_OPTIONS = `${options} ${CONDITION}`.trim()
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}。请先安装新版：https://nodejs.org`)
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org`)
  process.exit(1)
}
