import { label, type Label } from '../../src/lib/labels'
import type { Shape } from './layout'

/**
 * What another platform takes. Lengths count UTF-16 units, the strictest reading. `link` and `hashtags` say whether
 * the text may carry them.
 */
export type Platform = {
  id: string
  name: Label
  shape: Shape
  mostBytes: number
  mostSeconds: number
  title: number
  text: number
  cover: { width: number; height: number; mostBytes: number }
  link: boolean
  hashtags: boolean
  /** What to mind there, for the colleague who uploads. */
  note: string
  /** Figures not found in a platform's own document but written from memory: check them there. */
  unsure: readonly ('mostBytes' | 'mostSeconds' | 'title' | 'text' | 'cover' | 'link')[]
}

const MB = 1_000_000
const upright = { width: 1080, height: 1440, mostBytes: 5 * MB }

/** The platforms a kit is made for. To follow a changed limit, change its row; the kits are then packed again. */
export const platforms: readonly Platform[] = [
  {
    // No programming interface for publishing (their community's official answer): a person uploads by hand.
    id: 'channels',
    name: label('视频号', 'WeChat Channels'),
    shape: '9x16',
    mostBytes: 1000 * MB,
    mostSeconds: 3600,
    title: 16,
    text: 1000,
    cover: upright,
    link: false,
    hashtags: true,
    note: '“扩展链接”里可以放公众号文章，把上面的链接放进那篇文章。',
    unsure: ['mostBytes', 'mostSeconds', 'title', 'text', 'cover', 'link'],
  },
  {
    // Upload of their open platform: over 128 MB only in pieces, at most 15 minutes; no logos or watermarks.
    id: 'douyin',
    name: label('抖音', 'Douyin'),
    shape: '9x16',
    mostBytes: 128 * MB,
    mostSeconds: 900,
    title: 30,
    text: 1000,
    cover: upright,
    link: false,
    hashtags: true,
    note: '不许有台标、水印和二维码：影片和封面里都没有放，请不要另加。链接可以放在主页简介里。',
    unsure: ['title', 'text', 'cover', 'link'],
  },
  {
    // `photo/publish` takes a cover below 10 MB and one caption.
    id: 'kuaishou',
    name: label('快手', 'Kuaishou'),
    shape: '9x16',
    mostBytes: 1000 * MB,
    mostSeconds: 900,
    title: 30,
    text: 500,
    cover: { ...upright, mostBytes: 10 * MB },
    link: false,
    hashtags: true,
    note: '链接可以放在主页简介里。',
    unsure: ['mostBytes', 'mostSeconds', 'title', 'text', 'link'],
  },
  {
    // `material/add_material`: MP4 of 10 MB; `draft/add`: title 32, digest 128 characters, link to the original.
    id: 'wechat-account',
    name: label('公众号', 'WeChat official account'),
    shape: '16x9',
    mostBytes: 10 * MB,
    mostSeconds: 3600,
    title: 32,
    text: 128,
    cover: { width: 900, height: 383, mostBytes: 10 * MB },
    link: true,
    hashtags: false,
    note: '把链接填进“原文链接”（阅读原文）；二维码图可以放在文章末尾。',
    unsure: ['mostSeconds', 'cover'],
  },
  {
    // `statuses/share`: 140 characters, no #topics#, at least one link, picture below 5 MB.
    id: 'weibo',
    name: label('微博', 'Weibo'),
    shape: '16x9',
    mostBytes: 1000 * MB,
    mostSeconds: 900,
    title: 30,
    text: 140,
    cover: { width: 1280, height: 720, mostBytes: 5 * MB },
    link: true,
    hashtags: false,
    note: '正文里要留着链接。',
    unsure: ['mostBytes', 'mostSeconds', 'title', 'cover'],
  },
]
