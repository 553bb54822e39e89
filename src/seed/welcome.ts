import { roleLabels } from '../lib/roles'
import type { Runtime } from '../runtime'
import { mark, marked } from './ledger'
import { issueLogins, type Login } from './staff'

/**
 * What the terminal says once the site answers: where it is and, the first time, everybody's one-time password.
 * The passwords are made here, at the moment they are printed; if printing was cut off, the next start makes new ones.
 */
export async function welcome(runtime: Runtime, port: number, print = console.log): Promise<Login[]> {
  const { payload, env } = runtime
  const first = env.ROLE !== 'worker' && !(await marked(payload, 'seed.announced'))
  const logins = first ? await issueLogins(payload) : []
  print(boxed(words(runtime, port, logins)))
  if (first) await mark(payload, 'seed.announced', { colleagues: logins.map(({ username }) => username) })
  return logins
}

function words({ env }: Runtime, port: number, logins: Login[]): string[] {
  const site = env.PORT === port ? env.PUBLIC_URL : `http://localhost:${port}${env.BASE_PATH}`
  const lines = ['明白 Mingbai', '', `居民看 / residents   ${site}/`, `同事用 / staff       ${site}/admin`]
  if (!logins.length) return lines
  const longest = Math.max(...logins.map(({ username }) => username.length))
  return [
    ...lines,
    '',
    '一次性密码，首次登录后要改 / one-time passwords, to be changed at first sign-in',
    ...logins.map(
      ({ username, password, name, roles }) =>
        `  ${username.padEnd(longest)}  ${password}  ${name} · ${roles.map((role) => `${roleLabels[role].zh} ${roleLabels[role].en}`).join(', ')}`,
    ),
    '',
    '只显示这一次，请抄下来。 / Shown only this once: write them down.',
    '忘了就运行 / lost:  npm run mingbai -- user reset <name>',
  ]
}

function boxed(lines: string[]): string {
  const inner = Math.max(...lines.map(columns))
  const rule = '─'.repeat(inner + 2)
  const rows = lines.map((line) => `│ ${line}${' '.repeat(inner - columns(line))} │`)
  return [`┌${rule}┐`, ...rows, `└${rule}┘`].join('\n')
}

/** Chinese takes two columns of a terminal. */
const columns = (line: string) =>
  [...line].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(letter) ? 2 : 1), 0)
