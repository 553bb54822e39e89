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
