import { megabytes, type Say } from '../../upload/pace'
import { discard, transfer, unfinished, type Progress, type Transfer } from '../../upload/transfer'
import { forgetWords, keepWords, restoreWords, wordsOf } from './shootWords'
import { tellOfTopic } from './shootTopic'
import { percentOf, spokenWords, statusWords } from '../../upload/words'

/** The script of 拍一条: the upload runs while one types; the draft is kept as soon as there is a film. */
const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const main = document.querySelector('main')!
const base = main.dataset.base ?? ''
const language = main.dataset.language === 'en' ? 'en' : 'zh'
const say: Say = (zh, en) => (language === 'en' ? en : zh)
const endpoint = `${base}/api/staff/uploads`
const form = at<HTMLFormElement>('form')
const hand = at<HTMLButtonElement>('hand')

let moving: Transfer | undefined
let progress: Progress | undefined
let wanted = false
let later: ReturnType<typeof setTimeout> | undefined
let turn: Promise<unknown> = Promise.resolve()

for (const id of ['camera', 'album']) {
  const input = at<HTMLInputElement>(id)
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) begin(file)
  })
}
at('pause').addEventListener('click', () => (progress?.state === 'paused' ? moving?.resume() : moving?.pause()))
at('other').addEventListener('click', () => {
  if (progress?.state !== 'failed' && !window.confirm(say('不要这条，换一条？', 'Drop this film and take another?')))
    return
  moving?.cancel()
  moving = progress = undefined
  wanted = false
  show('pick')
})
form.addEventListener('input', () => {
  keepWords(form)
  count()
  if (progress?.document) {
    clearTimeout(later)
    later = setTimeout(() => void send(''), 1200)
  }
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const missing = missingWords()
  if (missing.length) return fault(say(`还差：${missing.join('、')}`, `Still missing: ${missing.join(', ')}`))
  wanted = true
  if (progress?.document) void handIn()
  else
    tell(
      say(
        '影片传完就自动送审，请先不要关这个页面。',
        'It is handed in as soon as the film is there; keep this page open.',
      ),
    )
})
window.addEventListener('beforeunload', (event) => {
  if (progress && ['starting', 'sending', 'waiting', 'closing'].includes(progress.state)) event.preventDefault()
})
restoreWords(form)
count()
tellOfTopic(base, language)
void offer()

function begin(file: File) {
  show('up', 'form')
  at('name').textContent = file.name
  moving = transfer({ file, endpoint, language, metadata: { purpose: 'film' }, onChange: draw })
  // A phone that goes to sleep stops sending. Only over https; without it the upload goes on when the phone wakes.
  void navigator.wakeLock?.request('screen').catch(() => undefined)
}

function draw(now: Progress) {
  progress = now
  if (now.state === 'cancelled') return
  const percent = percentOf(now)
  at<HTMLProgressElement>('bar').value = percent
  at('bar').hidden = now.state === 'failed'
  at('percent').textContent = `${percent}%`
  at('words').textContent = statusWords(now, say)
  at('words').className = now.state === 'failed' ? 'fault' : now.state === 'waiting' ? 'strong' : ''
  const spoken = spokenWords('', now, say)
  if (at('spoken').textContent !== spoken) at('spoken').textContent = spoken
  at('pause').hidden = now.state === 'done' || now.state === 'failed' || now.state === 'closing'
  at('pause').textContent = now.state === 'paused' ? say('继续', 'Continue') : say('暂停', 'Pause')
  at('other').hidden = now.state === 'done' || now.state === 'closing'
  if (now.state === 'failed') wanted = false
  if (now.state === 'done') void (wanted ? handIn() : send(''))
}

async function handIn() {
  hand.disabled = true
  const sent = await send('/hand-in')
  hand.disabled = false
  if (!sent) return
  forgetWords()
  at<HTMLAnchorElement>('film').href = `${base}/admin/collections/videos/${sent}`
  show('end')
  at('end').focus()
}

/** One after another, so that the last words win. Resolves to the film's id, or undefined with the fault shown. */
function send(path: '' | '/hand-in'): Promise<string | undefined> {
  clearTimeout(later)
  const work = turn.then(async () => {
    tell(path ? say('正在送审…', 'Handing in…') : say('正在存草稿…', 'Saving…'))
    try {
      const answer = await fetch(`${base}/api/staff/shoot${path}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': language },
        body: JSON.stringify({ file: progress?.document, ...wordsOf(form) }),
      })
      const { video, error } = (await answer.json()) as Answer
      if (!video) return fault(faultOf(error))
      tell(say('草稿已存好，关掉页面也不会丢。', 'The draft is saved; closing this page loses nothing.'))
      return video
    } catch {
      return fault(say('连不上服务器，请检查网络后再点一次。', 'The server cannot be reached; try again.'))
    }
  })
  turn = work
  return work
}
type Answer = { video?: string; error?: { message: string; details?: { missing?: { label: string }[] } } }

function faultOf(error: Answer['error']): string {
  const missing = error?.details?.missing?.map(({ label }) => label).join(say('、', ', '))
  if (missing) return say(`还差：${missing}`, `Still missing: ${missing}`)
  return error?.message ?? say('没有成功，请再试一次。', 'It did not succeed; try again.')
}

function missingWords(): string[] {
  const { title, topic, segments, summary } = wordsOf(form)
  const open: [boolean, string, string][] = [
    [!title, 'title', say('题目', 'title')],
    [!topic, 'topic', say('主题', 'topic')],
    [!segments.length, 'segments', say('给谁看', 'for whom')],
    [!summary, 'summary', say('一句话', 'the sentence')],
  ]
  const missing = open.filter(([empty]) => empty)
  const first = missing[0] && form.querySelector<HTMLElement>(`[name=${missing[0][1]}]`)
  if (first) first.focus()
  return missing.map(([, , label]) => label)
}

/** Shows these parts and hides the others. */
function show(...parts: string[]) {
  for (const id of ['pick', 'up', 'form', 'end']) at(id).hidden = parts.indexOf(id) < 0
  window.scrollTo(0, 0)
}
function tell(text: string) {
  at('said').textContent = text
  at('said').className = ''
}
function fault(text: string): undefined {
  at('said').textContent = text
  at('said').className = 'fault'
}
function count() {
  at('count').textContent = `${at<HTMLInputElement>('title').value.length}/20`
}

async function offer() {
  const [last] = (await unfinished(endpoint)).filter(({ purpose }) => purpose === 'film')
  if (!last) return
  const line = at('offer')
  const size = megabytes(last.offset, last.size)
  line.textContent = say(
    `上次没传完的：${last.filename}（${size}）。选同一个文件接着传。`,
    `Not finished last time: ${last.filename} (${size}). Choose the same file to go on. `,
  )
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = say('不要了', 'Discard')
  button.onclick = () => {
    line.hidden = true
    void discard(`${endpoint}/${last.id}`)
  }
  line.appendChild(button)
  line.hidden = false
}
