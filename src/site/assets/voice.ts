import { report } from './beacon'

/** 听: shown only where the phone has a Chinese voice; WeChat's browser mostly has none. */
export function offerVoice(): void {
  const button = document.querySelector<HTMLElement>('[data-listen]')
  const { speechSynthesis: speech } = window
  if (!button || !speech) return
  const offer = () => {
    const voice = speech.getVoices().find(({ lang }) => /^(zh|cmn|yue)/i.test(lang))
    if (!voice) return
    button.hidden = false
    button.onclick = () => {
      if (speech.speaking) {
        speech.cancel()
        button.textContent = '听'
        return
      }
      const parts = Array.from(document.querySelectorAll('h1, .stamp > span:last-child, [data-say]'))
      const words = new SpeechSynthesisUtterance(parts.map((part) => part.textContent).join('。'))
      words.voice = voice
      words.lang = voice.lang
      words.rate = 0.85
      words.onend = () => (button.textContent = '听')
      speech.speak(words)
      button.textContent = '停'
      report({ type: 'listen' })
    }
  }
  offer()
  speech.onvoiceschanged = offer
}

/** A reading plays where it stands; a second tap pauses it, a third goes on. Without us the link opens the file. */
export function playReadings(): void {
  let heard: { sound: HTMLAudioElement; stop(): void } | undefined
  document.querySelectorAll<HTMLAnchorElement>('[data-reading]').forEach((link) => {
    const word = link.querySelector('[data-word]') || link
    const before = word.textContent
    let sound: HTMLAudioElement | undefined
    const stop = () => {
      word.textContent = before
      if (sound) sound.pause()
    }
    link.setAttribute('role', 'button')
    link.onclick = (event) => {
      event.preventDefault()
      if (sound && !sound.paused) return stop()
      if (heard && heard.sound !== sound) heard.stop()
      if (!sound) {
        sound = new Audio(link.href)
        sound.onended = stop
        report({ type: 'listen' })
      }
      heard = { sound, stop }
      word.textContent = '停'
      // An old phone that cannot play it here still can as a file.
      Promise.resolve(sound.play()).catch(() => {
        stop()
        location.href = link.href
      })
    }
  })
}
