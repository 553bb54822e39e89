import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assOf, assText } from '../../media/kit/ass'
import { budget, SOUND_KBPS } from '../../media/kit/budget'
import { layout, shapes } from '../../media/kit/layout'
import { platforms, type Platform } from '../../media/kit/platforms'
import { readme } from '../../media/kit/readme'
import { cutText, cutTitle, wordingFor, type Facts } from '../../media/kit/wording'
import { widthOf, wrap, wrapEvenly } from '../../src/lib/wrap'

const facts: Facts = {
  title: '村里的承包地被征收了，补偿款一直没有发到手里，该找谁要？',
  summary: '先找村委会要公示，再到镇上查台账，最后可以申请复议或者起诉。'.repeat(8),
  topic: '土地 承包',
  variety: '客家话',
  link: 'https://pufa.example.cn/l/abcd2345',
  synthetic: true,
}
const platform = (id: string): Platform => platforms.find((one) => one.id === id)!
const wholeCharacters = (text: string) =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)

describe('the ceiling of a film', () => {
  it('keeps any film within the strictest platform of its shape that takes it', () => {
    for (const shape of shapes)
      for (const seconds of [4, 60, 125, 300, 899, 3000]) {
        const { kbps, targets } = budget(seconds, shape, platforms)
        for (const { mostBytes, mostSeconds } of targets) {
          const most = ((kbps + SOUND_KBPS) * seconds + kbps) * 125 // one second more in the encoder's buffer
          expect(most, `${shape} ${seconds}`).toBeLessThan(Math.max(mostBytes, 1_000_000))
          expect(seconds).toBeLessThanOrEqual(mostSeconds)
        }
      }
  })

  it('leaves out, with the reason, who takes neither the length nor a file that can still be read', () => {
    expect(budget(120, '16x9', platforms).leftOut).toEqual([])
    expect(budget(180, '16x9', platforms).leftOut).toEqual([{ id: 'wechat-account', reason: 'too-heavy' }])
    expect(budget(901, '9x16', platforms)).toMatchObject({
      targets: [{ id: 'channels' }],
      leftOut: [
        { id: 'douyin', reason: 'too-long' },
        { id: 'kuaishou', reason: 'too-long' },
      ],
    })
    expect(budget(4000, '16x9', platforms).targets).toEqual([])
  })

  it('rises to the ceiling of a phone when the strict platform is left out', () => {
    expect(budget(120, '16x9', platforms).kbps).toBeLessThan(600)
    expect(budget(180, '16x9', platforms).kbps).toBe(2500)
  })
})

describe('words within a limit', () => {
  it.each([
    ['老板不给工钱，怎么要？', 16, '老板不给工钱，怎么要？'],
    [facts.title, 16, '村里的承包地被征收了…该找谁要？'],
    ['这是一个没有问号的标题，说的是怎么办手续的事情', 12, '这是一个没有问号的标题…'],
  ])('%s in %i characters', (title, most, cut) => {
    expect(cutTitle(title, most)).toBe(cut)
  })

  it('never cuts inside a character, never goes over, keeps a question a question', () => {
    const text = fc.array(fc.constantFrom('钱', '，', '怎么办', '？', '𠮷', '👨‍👩‍👧', 'court', ' ', '。'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (pieces, most) => {
        const [long, cut] = [pieces.join(''), cutText(pieces.join(''), most)]
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(wholeCharacters(cut)).toBe(true)
        const title = cutTitle(long, most)
        expect(title.length).toBeLessThanOrEqual(most)
        expect(wholeCharacters(title)).toBe(true)
        if (/[钱办]？$/.test(long)) expect(title.endsWith('？')).toBe(true)
      }),
    )
  })

  it('is kept on every platform, with link and label whole', () => {
    for (const one of platforms) {
      const { title, text } = wordingFor(one, facts)
      expect(title.length, one.id).toBeLessThanOrEqual(one.title)
      expect(text.length, one.id).toBeLessThanOrEqual(one.text)
      expect(title.endsWith('？'), one.id).toBe(true)
      expect(text).toContain('声音由机器合成')
      expect(text.includes(facts.link), one.id).toBe(one.link)
      expect(text.includes('#'), one.id).toBe(one.hashtags)
    }
    expect(wordingFor(platform('douyin'), facts).text).toContain('#普法 #土地承包 #客家话')
    expect(wordingFor(platform('weibo'), { ...facts, synthetic: false }).text).not.toContain('机器')
  })
})

describe('lines', () => {
  it('are broken between words, never before a closing mark, and nothing is lost', () => {
    expect(wrapEvenly('先到劳动监察大队投诉，再申请劳动仲裁。', 14)).toEqual([
      '先到劳动监察大队投诉，',
      '再申请劳动仲裁。',
    ])
    const text = fc.array(fc.constantFrom('劳动', '仲裁', '，', '。', '（', '）', '12348', 'a', '的'), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (pieces) => {
        const lines = wrap(pieces.join(''), 14)
        expect(lines.join('')).toBe(pieces.join(''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(15)
      }),
    )
  })
})

describe('the script of the words to burn in', () => {
  const film = { width: 1280, height: 720 }
  const cue = (text: string) => ({ start: 500, end: 1500, text })
  const script = (shape: '9x16' | '16x9', text: string, notice?: { seconds: number; words: string }) =>
    assOf({ layout: layout(film, shape), cues: [cue(text)], title: facts.title, seconds: 8, notice })
  const events = (ass: string) => ass.split('\n').filter((line) => line.startsWith('Dialogue:'))

  it.each([
    ['{\\pos(0,0)\\fs200}大字', '｛＼pos(0,0)＼fs200｝大字'],
    ['一行\\N两行\\h', '一行＼N两行＼h'],
    ['断\r\n\u2028开\u0000', '断 开'],
  ])('takes no commands from a subtitle: %j', (hostile, harmless) => {
    expect(assText(hostile)).toBe(harmless)
  })

  it('stays one event a cue, whatever a cue says', () => {
    const hostile = 'x\nDialogue: 0,0:00:00.00,9:00:00.00,Cue,,0,0,0,,假的\n{\\an8}'
    const [, said, ...more] = events(script('9x16', hostile))
    expect(more).toEqual([])
    expect(said!.split(',,').at(-1)).not.toMatch(/[{}]|\\(?!N)/)
  })

  it('keeps the lines of the writer where they fit and breaks longer ones at most fourteen wide', () => {
    expect(events(script('16x9', '先打 12348\n说清楚'))[0]).toMatch(/先打 12348\\N说清楚$/)
    const long = events(script('16x9', '拿不到工钱可以先到劳动监察大队投诉，也可以直接申请仲裁'))[0]!
    for (const line of long.split(',,').at(-1)!.split('\\N')) expect(widthOf(line)).toBeLessThanOrEqual(15)
  })

  it('moves the cues behind the opening card and labels what follows it', () => {
    const [card, label, title, said] = events(script('9x16', '说清楚', { seconds: 3, words: '声音由机器合成' }))
    expect(card).toMatch(/^Dialogue: 0,0:00:00.00,0:00:03.00,Card,.*声音由机器合成$/)
    expect(label).toMatch(/0:00:03.00,0:00:07.00,Label,.*声音由机器合成$/)
    expect(title).toMatch(/0:00:03.00,0:00:08.00,Title/)
    expect(said).toMatch(/0:00:03.50,0:00:04.50,Cue/)
  })
})

describe('the place of picture and words', () => {
  const kinds = {
    wide: [1920, 1080],
    upright: [1080, 1920],
    old: [640, 480],
    square: [600, 600],
    tiny: [32, 20],
  } as const
  it('holds the whole picture, at even places, in both orientations', () => {
    for (const [kind, [width, height]] of Object.entries(kinds))
      for (const shape of shapes) {
        const { picture, ...frame } = layout({ width, height }, shape)
        expect(
          Object.values(picture).map((n) => n % 2),
          `${kind} ${shape}`,
        ).toEqual([0, 0, 0, 0])
        expect(picture.x + picture.width, `${kind} ${shape}`).toBeLessThanOrEqual(frame.width)
        expect(picture.y + picture.height, `${kind} ${shape}`).toBeLessThanOrEqual(frame.height)
        expect(Math.abs(picture.width / picture.height / (width / height) - 1)).toBeLessThan(0.02)
      }
  })

  it('puts words on the picture only where there is no paper for them', () => {
    const over = (width: number, height: number) => shapes.map((shape) => layout({ width, height }, shape).over)
    expect(over(1920, 1080)).toEqual([false, true])
    expect(over(1080, 1920)).toEqual([true, false])
    expect(over(600, 600)).toEqual([false, false])
  })
})

describe('the note in a kit', () => {
  const note = (more: object) =>
    readme({
      facts,
      office: '南溪司法所',
      films: [{ name: '9x16.mp4', seconds: 200, bytes: 12_345_678 }],
      targets: [platform('douyin')],
      leftOut: [{ id: 'wechat-account', name: '公众号', reason: 'too-heavy' }],
      madeOn: '2026年11月1日',
      ...more,
    })
  it('says what goes where, what to tick and what is not sure', () => {
    const said = note({})
    for (const words of [
      '3 分 20 秒，12.3 兆',
      '【抖音】',
      'AI 合成声音',
      '公众号：影片太长',
      '以平台提示为准',
      facts.link,
    ])
      expect(said).toContain(words)
    expect(said.startsWith('\uFEFF')).toBe(true)
    expect(said).not.toMatch(/[^\r]\n/)
  })
  it('asks for no tick when a person speaks', () => {
    expect(note({ facts: { ...facts, synthetic: false } })).not.toContain('合成')
  })
})
