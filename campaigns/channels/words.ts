import type { Language } from '../reasons'
import type { FailureCode } from './contract'

const words: Record<FailureCode, { zh: string; en: string }> = {
  missed: {
    zh: '停机太久，过了时间 48 小时，没有自动补发。还要发就点“重新投放”。',
    en: 'More than 48 hours late after downtime; not sent by itself. Send it again if it still matters.',
  },
  'held-too-long': {
    zh: '这个主题发多了，压了 48 小时也没轮到，没有投放。还要发就点“重新投放”，再请签发或领导放行。',
    en: 'Held for 48 hours because its topic was at its cap. To send it still, send it again and let a publisher or manager let it go.',
  },
  'channel-off': { zh: '渠道已停用。启用后再投放。', en: 'The channel is switched off.' },
  'item-withdrawn': { zh: '内容已经撤下，没有投放。', en: 'The item is no longer public.' },
  'no-address': { zh: '渠道没有填对推送地址。', en: 'The webhook address is missing or wrong.' },
  'bad-secret': { zh: '渠道的签名密钥不对（要以 whsec_ 开头）。', en: 'The signing secret is missing or malformed.' },
  'private-address': {
    zh: '地址指向内网，已拦下。确实要用，请管理员勾选“允许内网地址”。',
    en: 'The address is private and was blocked; an administrator may allow it on the channel.',
  },
  redirected: {
    zh: '对方要求转到别的地址，没有跟过去。请填最终地址。',
    en: 'The peer redirects; enter the final address.',
  },
  gone: {
    zh: '对方说以后不再接收（410），渠道已停用。',
    en: 'The peer is gone for good (410); the channel was switched off.',
  },
  refused: { zh: '对方没有接收。', en: 'The peer did not accept it.' },
  unreachable: { zh: '连不上对方。', en: 'The peer cannot be reached.' },
  'lost-answer': {
    zh: '交给渠道以后断了，不知道发没发出去。请去看一眼，再确认。',
    en: 'The answer of the channel was lost; look there, then settle it.',
  },
  timeout: { zh: '对方没有及时回答。', en: 'The peer did not answer in time.' },
}

/** A stored failure in words, with the technical detail behind it. */
export function wordFailure(error: unknown, language: Language): string | null {
  const { code, detail, attempts } = (error ?? {}) as { code?: string; detail?: string; attempts?: number }
  if (!code) return null
  const said = words[code as FailureCode]?.[language] ?? code
  const tries = attempts && attempts > 1 ? (language === 'en' ? `${attempts} tries` : `试了 ${attempts} 次`) : null
  const more = [tries, detail].filter(Boolean).join(language === 'en' ? ', ' : '，')
  return more ? (language === 'en' ? `${said} (${more})` : `${said}（${more}）`) : said
}
