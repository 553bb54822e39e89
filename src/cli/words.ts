import type { CaseReport, LawReport, Rejected } from '../import'
import type { Backup } from './backup'
import type { Finding } from './doctor'
import type { Login } from './users'
import type { VerbName } from './verbs'

/** What the operator reads on the terminal. Reports first, then what went wrong, then what to do. */
export function inWords(name: VerbName, result: unknown): string {
  return (words[name] as (result: unknown) => string)(result)
}

const words = {
  'import/laws': (report: LawReport) =>
    lines(
      `${trial(report)}法律 ${counts(report.statutes)}；法条 ${counts(report.provisions)}`,
      ...report.gone.map((address) => `  原文里已没有这一条，仍保留：${address}`),
      ...refused(report.rejected),
    ),
  'import/cases': (report: CaseReport) =>
    lines(
      `${trial(report)}案例 新增 ${report.created}，未变 ${report.unchanged}${report.relinked ? `，补连法条 ${report.relinked}` : ''}；引用的法条 连上 ${report.citations.linked}，没连上 ${report.citations.unresolved}`,
      ...report.drafts.flatMap(({ title, topic, linked, unresolved }) => [
        `  ${title}（主题：${topic ?? '待编辑选'}；法条：${linked}）`,
        ...(unresolved.length ? [`    没连上：${unresolved.join('、')}`] : []),
      ]),
      ...refused(report.rejected),
    ),
  'user/create': loginWords,
  'user/reset': loginWords,
  backup: ({ folder, databases, folders, bytes }: Backup) =>
    lines(
      `备份好了：${folder}（${(bytes / 1024 ** 2).toFixed(1)} MB：${[...databases, ...folders].join('、')}）`,
      ...(databases.length ? [] : ['数据库不在这台机器的文件里：请另用 mongodump 备份。']),
      '恢复：停下服务，把里面的文件放回数据目录，再启动。',
    ),
  doctor: (findings: Finding[]) =>
    lines(...findings.map(({ name, state, says }) => `${{ good: '✓', poor: '!', bad: '✗' }[state]} ${name}：${says}`)),
} satisfies Record<VerbName, (result: never) => string>

/** 0 all well, 3 done but some files were refused or a check is bad. */
export function exitCode(result: unknown): number {
  if (Array.isArray(result)) return (result as Finding[]).some(({ state }) => state === 'bad') ? 3 : 0
  return (result as { rejected?: Rejected[] }).rejected?.length ? 3 : 0
}

function loginWords({ username, password, signInAt }: Login) {
  return lines(`用户名 ${username}`, `一次性密码 ${password}`, `到 ${signInAt} 登录，第一次登录要改密码。`)
}

type Counts = { created: number; updated: number; unchanged: number }
const lines = (...all: string[]) => all.join('\n')
const trial = ({ dryRun }: { dryRun: boolean }) => (dryRun ? '（试运行，什么都没写入）' : '')
const counts = ({ created, updated, unchanged }: Counts) => `新增 ${created}，更新 ${updated}，未变 ${unchanged}`
const refused = (rejected: Rejected[]) => [
  ...(rejected.length ? [`没有导入的文件 ${rejected.length} 个：`] : []),
  ...rejected.map(({ file, code, reason }) => `  ${file}：${reason} [${code}]`),
]
