import { describe, expect, it } from 'vitest'
import { rulerSentence, rulerSvg } from '../../src/lib/ruler'

const rows = [
  { name: '婚姻家庭', ours: 65, wanted: 0.14 },
  { name: '电信诈骗', ours: 7, wanted: 0.26 },
  { name: '消费维权', ours: 5, wanted: 0.18 },
  { name: '劳动欠薪', ours: 23, wanted: 0.42 },
]

describe('the ruler', () => {
  it('names the gap of every topic in words', () => {
    const svg = rulerSvg(rows)
    expect(svg).toContain('多 51')
    expect(svg).toContain('缺 19')
    expect(svg).toMatch(/<title>我们发的 \/ 群众要的<\/title>/)
  })

  it('uses no colour of its own, so that it follows paper, screen and dark mode', () => {
    expect(rulerSvg(rows)).not.toMatch(/#[0-9a-f]{3,6}\b(?!;)|rgb\(/i)
  })

  it('both bars add up to the whole width', () => {
    const widths = [...rulerSvg(rows).matchAll(/width="([\d.]+)%" height="30" fill="url/g)].map((hit) => Number(hit[1]))
    expect(widths.reduce((all, width) => all + width, 0)).toBeCloseTo(200, 0)
  })

  it('folds more than eight topics, escapes names, and survives nothing at all', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ name: `<b>&${n}`, ours: n + 1, wanted: 1 }))
    expect(rulerSvg(many)).toContain('其他 5 个主题')
    expect(rulerSvg(many)).not.toContain('<b>')
    expect(rulerSvg([])).toContain('还没有投放')
    expect(rulerSvg([{ name: 'x', ours: 0, wanted: 0 }], { language: 'en' })).not.toContain('NaN')
  })

  it('shows counts without a percent when there is too little to compare', () => {
    const svg = rulerSvg(rows, { countsOnly: true })
    expect(svg).toContain('65 次')
    expect(svg).not.toMatch(/\d% ·|多 \d|群众要的/)
  })
})

describe('the sentence', () => {
  it('says of 100 how many missed, what is too much and what is short', () => {
    expect(rulerSentence(rows)).toBe(
      '每 100 条里有 51 条没对上群众的需要：婚姻家庭发得太多（发 65，要 14），电信诈骗正缺（发 7，要 26）。',
    )
  })

  it('raises no alarm when the mix is right or nothing was sent', () => {
    expect(rulerSentence([{ name: 'a', ours: 1, wanted: 1 }])).toContain('配比合适')
    expect(rulerSentence([], 'en')).toBe('Nothing was delivered lately.')
  })
})
