import { execFile } from 'node:child_process'
import { access, constants, statfs } from 'node:fs/promises'
import { promisify } from 'node:util'
import { atHand, findGuards, findTools, missing } from '../../media'
import type { Product } from './product'

const GIGABYTE = 1024 ** 3
const ask = promisify(execFile)

/** `bad` stops the product from doing its work, `poor` takes something away from it. */
export type Finding = { name: string; state: 'good' | 'poor' | 'bad'; says: string }
type Check = (product: Product) => Promise<Omit<Finding, 'name'>>

const checks: Record<string, Check> = {
  '设置 settings': async ({ env }) =>
    env.PUBLIC_URL.includes('localhost')
      ? { state: 'poor', says: `网址是 ${env.PUBLIC_URL}，二维码和转发链接别人打不开；请设 PUBLIC_URL` }
      : { state: 'good', says: env.PUBLIC_URL },
  '数据库 database': async ({ payload }) => {
    const started = performance.now()
    const { totalDocs } = await payload.count({ collection: 'articles', overrideAccess: true })
    const took = Math.round(performance.now() - started)
    return { state: 'good', says: `${payload.db.name}，文章 ${totalDocs} 篇，应答 ${took} 毫秒` }
  },
  '磁盘 disk': async ({ env }) => {
    await access(env.DATA_DIR, constants.W_OK)
    const { bavail, bsize } = await statfs(env.DATA_DIR)
    const free = (bavail * bsize) / GIGABYTE
    const state = free < 0.2 ? 'bad' : free < 5 ? 'poor' : 'good'
    return { state, says: `${env.DATA_DIR} 还剩 ${free.toFixed(1)} GB${state === 'good' ? '' : '，请清理或扩容'}` }
  },
  '影片 ffmpeg': async ({ env }) => {
    const tools = await findTools(env)
    if (!tools) return { state: 'bad', says: '没有能用的 ffmpeg，影片转不了码；请安装 ffmpeg' }
    return { state: tools.from === 'npm' ? 'poor' : 'good', says: `${tools.ffmpeg} ${tools.version}` }
  },
  '影片功能 film features': async ({ env }) => {
    const can = (await findTools(env))?.can
    if (!can) return { state: 'bad', says: '没有能用的 ffmpeg，一样也做不了' }
    const lost = missing(can).map(({ name, without }) => `没有 ${name}：${without.zh}`)
    const says = [`有 ${[...can].join('、')}`, ...lost].join('；')
    return { state: lost.length ? 'poor' : 'good', says }
  },
  '影片防护 film guards': async () => {
    const { limits, endsWithUs } = await findGuards()
    const says = [
      limits ? '坏影片的内存和文件大小有上限' : '这个系统不能给 ffmpeg 设内存上限，坏影片可能拖慢网站',
      endsWithUs ? '服务中断时 ffmpeg 一起停' : '没有 setpriv（util-linux），服务中断后 ffmpeg 到下次启动才停',
    ]
    return { state: limits && endsWithUs ? 'good' : 'poor', says: says.join('；') }
  },
  '朗读 speech': async () => ({
    state: 'good',
    says: (await atHand('espeak-ng')) ? '有 espeak-ng' : '没有 espeak-ng，不做机器朗读（可以不装）',
  }),
  '字体 fonts': async () => {
    const { stdout } = await ask('fc-list', [':lang=zh', 'family'])
    const family = stdout.split('\n').find(Boolean)
    if (!family) return { state: 'poor', says: '没有中文字体，海报和封面上的字会成方框；请安装 fonts-noto-cjk' }
    return { state: 'good', says: family.split(',')[0]! }
  },
}

/** Looks at everything the product stands on. A check that cannot even run is a finding too. */
export async function examine(product: Product): Promise<Finding[]> {
  return Promise.all(
    Object.entries(checks).map(async ([name, check]): Promise<Finding> => {
      try {
        return { name, ...(await check(product)) }
      } catch (error) {
        const state = name.startsWith('字体') ? 'poor' : 'bad'
        return { name, state, says: error instanceof Error ? error.message : String(error) }
      }
    }),
  )
}
