import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import path from 'node:path'
import { worlds } from '../../campaigns/simulation/county'
import { scales } from '../../campaigns/simulation/run'
import { readEnv } from '../env'
import { CodedError, errorBody } from '../lib/errors'
import { roles, type Role } from '../lib/roles'
import { askServer } from './ask'
import { ownsItsFile } from './lock'
import { seedsOf, simulateHere, studyInWords, troubles, type SimulateWish } from './simulate'
import type { Step, VerbName } from './verbs'
import { exitCode, inWords } from './words'

type Flags = { json?: boolean }

const program = new Command('mingbai')
  .description('明白：管理员的命令行 / the operator’s command line')
  .showHelpAfterError('（加 --help 看用法 / --help shows the usage）')
  .addHelpText(
    'after',
    '\n退出码 / exit codes: 0 完成 · 1 失败 · 2 用法不对 · 3 完成，但有文件没有导入或检查不过' +
      '\n服务在运行时，命令交给服务去做；没有运行时，直接打开数据目录。',
  )
  .exitOverride()

const absolute = (given: string) => path.resolve(given)

const bring = program.command('import').description('导入真实内容 / bring real content in')
bring
  .command('laws')
  .argument('<dir>', '法律文件夹或一个文件（Markdown）', absolute)
  .description('法律：每一条都有自己的网址；同一部法典的各编是一部法律；可以反复导入')
  .option('--dry-run', '只看结果，不写入')
  .option('--json', '输出 JSON')
  .action((where: string, { dryRun, ...flags }: Flags & { dryRun?: boolean }) =>
    run('import/laws', { where, dryRun }, flags),
  )
bring
  .command('cases')
  .argument('<dir>', '案例文件夹，按领域分文件夹（Markdown）', absolute)
  .description('案例：成为待写的草稿；提出主题，连上引用的法条；导入过的案例一字不动')
  .option('--office <slug>', '草稿归哪个司法所（默认县局）')
  .option('--dry-run', '只看结果，不写入')
  .option('--json', '输出 JSON')
  .action((where: string, { dryRun, office, ...flags }: Flags & { dryRun?: boolean; office?: string }) =>
    run('import/cases', { where, dryRun, office }, flags),
  )

const user = program.command('user').description('同事的账号 / accounts')
user
  .command('create <username>')
  .description('新账号和一次性密码')
  .option('--name <name>', '姓名')
  .option('--role <roles>', `角色，可用逗号分开：${roles.join(', ')}`, listOfRoles, ['editor'])
  .option('--office <slug>', '所在司法所的网址名')
  .option('--json', '输出 JSON')
  .action((username: string, { role, json, ...rest }: Flags & { role: Role[]; name?: string; office?: string }) =>
    run('user/create', { username, roles: role, ...rest }, { json }),
  )
user
  .command('reset <username>')
  .description('忘了密码：换成新的一次性密码')
  .option('--json', '输出 JSON')
  .action((username: string, flags: Flags) => run('user/reset', { username }, flags))

program
  .command('backup')
  .argument('<dir>', '备份放在哪个文件夹下', absolute)
  .description('备份数据库、上传的文件和密钥；服务不用停')
  .option('--json', '输出 JSON')
  .action((to: string, flags: Flags) => run('backup', { to }, flags))
program
  .command('doctor')
  .description('检查设置、数据库、磁盘、ffmpeg、字体')
  .option('--json', '输出 JSON')
  .action((flags: Flags) => run('doctor', {}, flags))

program
  .command('simulate')
  .description('在一个假设的县里试排期，和别的做法比 / try the planner on a county that does not exist')
  .addOption(
    new Option('--scale <scale>', 'research：每周 10 件；report：一年 120 件')
      .choices(Object.keys(scales))
      .default('research'),
  )
  .addOption(new Option('--world <world>', '哪一种假设').choices([...worlds]).default('usual'))
  .addOption(new Option('--trouble <trouble>', '加什么干扰').choices(Object.keys(troubles)).default('none'))
  .option('--seeds <seeds>', '随机种子，如 100-129 或 0,1,2', seedList, seedsOf('100-107'))
  .option('--chart <file>', '另存一张图（SVG）', absolute)
  .option('--json', '输出 JSON')
  .action(({ json, ...wish }: Flags & SimulateWish) => {
    const result = simulateHere(wish, (done, total) => progress({ done, total, file: '模拟' }))
    clearProgress()
    process.stdout.write(`${json ? JSON.stringify(result, null, 2) : studyInWords(result)}\n`)
  })

/** To the running server over its socket; without one, here. */
async function run(name: VerbName, input: object, { json }: Flags): Promise<void> {
  const env = readEnv()
  const asked = ownsItsFile(env) ? await askServer(env.DATA_DIR, name, input, progress) : { absent: true as const }
  const result = asked.absent ? await here(name, input) : asked.result
  clearProgress()
  process.stdout.write(`${json ? JSON.stringify(result, null, 2) : inWords(name, result)}\n`)
  process.exitCode = exitCode(result)
}

async function here(name: VerbName, input: object) {
  // Loaded only now: asking a running server takes none of the product.
  const [{ openProduct }, { runVerb }] = await Promise.all([import('./product'), import('./verbs')])
  const { close, ...product } = await openProduct(readEnv())
  try {
    return await runVerb(product, name, input, progress)
  } finally {
    await close()
  }
}

let shown = false
/** On standard error, so that `--json` stays clean; only for a person at a terminal. */
function progress({ done, total, file }: Step) {
  if (!process.stderr.isTTY) return
  shown = true
  process.stderr.write(`\r\u001b[K${done}/${total} ${path.basename(file)}`)
}

function clearProgress() {
  if (shown) process.stderr.write('\r\u001b[K')
}

function listOfRoles(given: string): Role[] {
  const wanted = given.split(/[,，]/).map((word) => word.trim())
  const unknown = wanted.find((word) => !roles.includes(word as Role))
  if (unknown !== undefined) throw new InvalidArgumentError(`没有角色 ${unknown}；有：${roles.join(', ')}`)
  return wanted as Role[]
}

function seedList(given: string): number[] {
  const seeds = seedsOf(given)
  if (!seeds) throw new InvalidArgumentError('要像 100-129 或 0,1,2，最多 200 个')
  return seeds
}

try {
  await program.parseAsync()
} catch (error) {
  clearProgress()
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    const { code, message } = errorBody(error).error
    process.stderr.write(`${message} [${code}]\n`)
    if (!(error instanceof CodedError)) console.error(error)
    process.exitCode = 1
  }
}
process.exit()
