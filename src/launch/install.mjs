import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { say, sure } from './child.mjs'
import { hashOf } from './hash.mjs'

const MARK = 'node_modules/.mingbai-lock'

/** Installs what the lockfile names, only when it changed. The mark is written last: a broken-off install starts over. */
export function install() {
  const key = hashOf(['package.json', 'package-lock.json'])
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === key) return
  if (!alreadyInstalled()) {
    say('安装依赖（第一次要一两分钟） / installing packages (a minute or two the first time)')
    const args = ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
    sure('npm', args, { env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' } })
  }
  writeFileSync(MARK, key)
}

/** Whether somebody already ran `npm ci` or `npm install` on this lockfile. */
function alreadyInstalled() {
  const installed = 'node_modules/.package-lock.json'
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
}
