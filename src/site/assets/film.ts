import { listenToKeys } from './keyboard'
import { frugal } from './line'
import { countPlayback } from './playback'
import { inWords, placeToBegin, rememberPlace } from './resume'
import { offerSamples } from './samples'
import { watchStandstill } from './standstill'
import { choose, chosen } from './store'
import { playStream, wayOf, type Picture, type Player, type Wish } from './stream'
import { offerSubtitles } from './subtitles'
import { offerTongues } from './tongues'
import { wordRow } from './wordRow'

/** A film on the page: a play button in words; what is chosen under it changes while it plays. */
function prepare(root: HTMLElement): void {
  const video = root.querySelector('video')!
  const button = root.querySelector<HTMLElement>('[data-play]')!
  const again = root.querySelector<HTMLElement>('[data-again]')!
  const { film: master = '', hls: script = '', seconds } = root.dataset
  let picture = (chosen('picture') || (frugal() ? 'small' : 'clear')) as Picture
  let started = false
  let player: Player | undefined
  let begin = placeToBegin(Number(seconds))

  const tongues = offerTongues(root, {
    // What was heard so far was heard in the other language.
    leave: () => endPiece(),
    take: () => (started ? change() : start(begin.at)),
  })
  const endPiece = countPlayback(video, tongues.variety)
  const wish = (): Wish => {
    // While another source is opened the video stands at 0.
    begin.at = video.currentTime || begin.at
    return { language: tongues.language(), picture, at: begin.at }
  }
  const change = () => player && player.change(wish())

  const way = wayOf(video)
  if (way === 'apple') onlySoundOrPicture(root)
  const pictures = wordRow(root, 'picture', (value) => {
    picture = value as Picture
    if (value !== 'listen') choose('picture', value)
    if (started) change()
    else if (value === 'listen') start(begin.at)
  })
  const speeds = wordRow(root, 'speed', (value) => (video.defaultPlaybackRate = video.playbackRate = Number(value)))
  const subtitles = offerSubtitles(root, video)
  const standstill = watchStandstill(root, video, () => (player ? player.retry() : play()))
  offerSamples(root, video)
  rememberPlace(video)
  listenToKeys(root, video, { started: () => started, toggleSubtitles: subtitles.toggle, faster: speeds.step })
  video.addEventListener('ratechange', () => speeds.press(String(video.playbackRate)))

  if (pictures.values.indexOf(picture) < 0) picture = 'small'
  pictures.press(picture)
  if (way !== 'mp4') pictures.show()
  video.controls = false
  button.hidden = false
  again.hidden = !begin.at
  if (begin.at) button.textContent = `从 ${inWords(begin.at)}${begin.left ? '接着放' : '放起'}`
  button.onclick = () => start(begin.at)
  again.onclick = () => start(0)

  function start(at: number): void {
    begin = { at, left: false }
    started = true
    button.hidden = again.hidden = true
    video.controls = true
    video.focus()
    subtitles.begin()
    speeds.press('1')
    speeds.show()
    play()
  }

  function play(): void {
    const playing = playStream({ video, master, script, ...standstill }, wish)
    playing.then((ready) => (player = ready), standstill.stuck)
  }
}

/** Apple's own player cannot be told how large the picture is. */
function onlySoundOrPicture(root: HTMLElement): void {
  const clear = root.querySelector('[value=clear]')
  if (!clear) return
  clear.remove()
  root.querySelector('[value=small]')!.textContent = '看画面'
}

document.querySelectorAll<HTMLElement>('[data-film]').forEach(prepare)
