import { describe, expect, it } from 'vitest'
import { spread } from '../../src/lib/cueDraft'
import { insertAfter, mend, mendable, merge, shiftAll, split, wrap } from '../../src/lib/cueEdits'
import { blocks, checkCues, profiles, widthOf, type Profile } from '../../src/lib/subtitleChecks'
import { wordFinding } from '../../src/lib/subtitleWords'
import type { Cue } from '../../src/lib/subtitles'

const cue = (start: number, end: number, text: string): Cue => ({ start, end, text })
const codes = (cues: Cue[], profile: Profile = 'usual', durationMs?: number) =>
  checkCues(cues, profile, durationMs).map(({ code }) => code)

describe('golden examples of the checks', () => {
  it.each([
    ['a good cue', [cue(0, 2000, '老板不给工钱怎么办？')], []],
    ['16 characters on a line', [cue(0, 2000, '一二三四五六七八九十一二三四五六')], []],
    ['17 characters on a line', [cue(0, 2000, '一二三四五六七八九十一二三四五六七')], ['line-too-long']],
    ['42 Latin letters on a line', [cue(0, 3000, 'a'.repeat(42))], []],
    ['43 Latin letters on a line', [cue(0, 3000, 'a'.repeat(43))], ['line-too-long']],
    ['three lines', [cue(0, 2000, '一\n二\n三')], ['too-many-lines']],
    ['9 characters a second', [cue(0, 1000, '一二三四五六七八九')], []],
    ['10 characters a second', [cue(0, 1000, '一二三四五六七八九十')], ['too-fast']],
    ['5/6 of a second', [cue(0, 833, '好')], []],
    ['half a second', [cue(0, 500, '好')], ['too-short']],
    ['7 seconds', [cue(0, 7000, '好')], []],
    ['more than 7 seconds', [cue(0, 7100, '好')], ['too-long']],
    ['a gap of two frames', [cue(0, 1000, '好'), cue(1080, 2000, '的')], []],
    ['a gap of one frame', [cue(0, 1000, '好'), cue(1040, 2000, '的')], ['gap-small']],
    ['no gap at all', [cue(0, 1000, '好'), cue(1000, 2000, '的')], ['gap-small']],
    ['an overlap', [cue(0, 1500, '好'), cue(1000, 2500, '的')], ['overlap']],
    ['a comma at the end of a line', [cue(0, 2000, '先打电话，\n再申请。')], ['stop-at-end']],
    ['a question mark and a pause', [cue(0, 2000, '怎么办？\n再等等……')], []],
    ['an English full stop', [cue(0, 2000, 'Call 12348.')], []],
    ['no words', [cue(0, 2000, ' ')], ['no-words']],
    ['times the wrong way round', [cue(2000, 1000, '好')], ['reversed']],
  ])('%s', (_what, cues, expected) => expect(codes(cues)).toEqual(expected))

  it('are stricter for the elderly', () => {
    expect(codes([cue(0, 3000, '一二三四五六七八九十一二三四')], 'elder')).toEqual([])
    expect(codes([cue(0, 3000, '一二三四五六七八九十一二三四五')], 'elder')).toEqual(['line-too-long'])
    expect(codes([cue(0, 1500, '一二三四五六七')], 'elder')).toEqual([])
    expect(codes([cue(0, 1400, '一二三四五六七八')], 'elder')).toEqual(['too-fast', 'too-short'])
  })

  it('know where the film ends', () => {
    const cues = [cue(8000, 10_500, '片尾'), cue(10_600, 12_000, '之后')]
    expect(codes(cues, 'usual', 10_000)).toEqual(['past-end', 'outside-film'])
    expect(codes([cue(8000, 10_001, '片尾')], 'usual', 10_000)).toEqual([])
  })

  it('stop a save only by what would not be shown as written', () => {
    const cues = [
      cue(0, 9000, '一二三四五六七八九十一二三四五六七，'),
      cue(10_000, 9000, '反'),
      cue(11_000, 12_000, ''),
    ]
    expect(
      checkCues(cues, 'usual')
        .filter(blocks)
        .map((found) => [found.cue, found.code]),
    ).toEqual([
      [1, 'reversed'],
      [2, 'no-words'],
    ])
  })

  it('are worded with their numbers in both languages', () => {
    const [found] = checkCues([cue(0, 1000, '一二三四五六七八九十一')], 'usual')
    expect(wordFinding(found!)).toEqual({
      zh: '每秒 11 个字，读不过来，最多 9 个',
      en: '22 characters a second; at most 18',
    })
  })

  it('count a letter as half a character and an accent as nothing', () => {
    expect([widthOf('打 12348'), widthOf('བོད་སྐད'), widthOf('é')]).toEqual([4, 2.5, 0.5])
  })
})

describe('edits', () => {
  const two = [cue(0, 4000, '先打监察电话，再去申请仲裁'), cue(5000, 6000, '好的')]

  it('split a cue at the cursor and share its time by length', () => {
    const [first, second, rest] = split(two, 0, 7)
    expect([first!.text, second!.text, rest]).toEqual(['先打监察电话，', '再去申请仲裁', two[1]])
    expect([first!.start, second!.end]).toEqual([0, 4000])
    expect(second!.start - first!.end).toBe(80)
    expect(split(two, 0, 0)).toEqual(two)
  })
  it('merge with the next and undo a split', () => {
    expect(merge(two, 0)).toEqual([cue(0, 6000, '先打监察电话，再去申请仲裁\n好的')])
    expect(merge(two, 1)).toEqual(two)
  })
  it('insert into the room that is there', () => {
    expect(insertAfter(two, 0)[1]).toEqual(cue(4080, 4920, ''))
    expect(insertAfter([], -1)).toEqual([cue(0, 2000, '')])
  })
  it('shift all, but none before the beginning', () => {
    expect(shiftAll([cue(500, 900, '好')], -2000)).toEqual([cue(0, 400, '好')])
    expect(shiftAll(two, 300).map(({ start }) => start)).toEqual([300, 5300])
  })
  it('break a long line after a stop, and never inside a number', () => {
    expect(wrap('欠薪先打劳动监察电话，再去仲裁委申请仲裁', profiles.usual)).toBe(
      '欠薪先打劳动监察电话，\n再去仲裁委申请仲裁',
    )
    expect(wrap('有事就请您打这个电话12348333找我们', profiles.elder)).toMatch(/12348333/)
  })
  it('mend what a machine can mend', () => {
    const cues = [
      cue(0, 3000, '欠薪先打劳动监察电话，再去仲裁委申请仲裁。'),
      cue(2500, 4000, '好的，'),
      cue(4000, 6000, '完'),
    ]
    let mended = cues
    for (let round = 0; round < 3; round++)
      for (const finding of checkCues(mended, 'usual').filter(mendable)) mended = mend(mended, finding, 'usual')
    expect(codes(mended)).toEqual([])
    expect(mended[0]!.end).toBe(2420)
  })
})

describe('a first draft from a text', () => {
  const text = '老板不给工钱，怎么办？先打 12333 找劳动监察。\n\n他们会来查账、让老板补上工钱，还可以让他多赔您一笔钱。'
  it('is spread over the film by length, one line a cue', () => {
    const cues = spread(text, 'usual', 20_000)
    expect(cues[0]).toMatchObject({ start: 0, text: '老板不给工钱，怎么办？' })
    expect(cues.at(-1)!.end).toBeLessThanOrEqual(20_000)
    const kept = (words: string) => words.replace(/[\s，。、]/g, '')
    expect(kept(cues.map((one) => one.text).join(''))).toBe(kept(text))
    expect(codes(cues, 'usual', 20_000)).toEqual([])
  })
  it('needs no film and keeps decimals and English sentences whole', () => {
    const cues = spread('Pay 3.5 yuan. Then call us, please.', 'usual')
    expect(cues.map((one) => one.text)).toEqual(['Pay 3.5 yuan.', 'Then call us, please.'])
    expect(spread('  ', 'usual')).toEqual([])
  })
})
