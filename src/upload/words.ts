import { megabytes, speedWords, timeLeft, type Say } from './pace'
import type { Progress } from './transfer'

/** One line under the bar, for eyes and for ears. */
export function statusWords({ state, sent, total, speed, kept, fault }: Progress, say: Say): string {
  const size = megabytes(sent, total)
  switch (state) {
    case 'queued':
      return say('排队等待', 'Waiting for its turn')
    case 'starting':
      return kept ? say('接着上次的继续传…', 'Going on where it stopped…') : say('正在开始…', 'Starting…')
    case 'sending': {
      const left = speed ? timeLeft(total - sent, speed, say) : ''
      const rest = left && say(`还要${left}`, `${left} left`)
      return [size, speed ? speedWords(speed) : '', rest].filter(Boolean).join(' · ')
    }
    case 'paused':
      return say(`已暂停 · ${size}`, `Paused · ${size}`)
    case 'waiting':
      if (fault) return say(`${fault.message}过一会儿自动再试。`, `${fault.message} It is tried again by itself.`)
      return say(
        '网络断了，正在自动重连；已传的不会丢，不用管它。',
        'The line is down. It is tried again by itself; nothing sent is lost.',
      )
    case 'closing':
      return say('传完了，正在检查文件…', 'All sent; the file is being checked…')
    case 'done':
      return say('✓ 传好了', '✓ Uploaded')
    case 'cancelled':
      return say('已取消', 'Cancelled')
    case 'failed':
      return fault?.message ?? say('没有传成功，请再试一次。', 'The upload did not succeed; try again.')
  }
}

export const percentOf = ({ sent, total }: Pick<Progress, 'sent' | 'total'>) =>
  total ? Math.floor((sent / total) * 100) : 0

/** What is read aloud: the state when it changes, and every quarter; not every step of the bar. */
export function spokenWords(name: string, progress: Progress, say: Say): string {
  if (progress.state !== 'sending') return `${name} ${statusWords(progress, say)}`
  const quarter = Math.floor(percentOf(progress) / 25) * 25
  return `${name} ${quarter}%`
}
