'use client'
import { useField, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { recordingUrl, useFilmOf } from './sound/useFilmOf'
import { useTogether } from './sound/useTogether'
import { useStaff } from './useStaff'

const STEPS = [-500, -100, -40, 40, 100, 500]

/** Under the offset of a dub: the film with this dub, heard in the browser, and buttons that move it. Nothing is encoded for it. */
export function Alignment() {
  const { say, address } = useStaff()
  const { submit } = useForm()
  const { value, setValue } = useField<number | null>({ path: 'offsetMs' })
  const chosen = useFormFields(([fields]) => ({ video: idOf(fields.video?.value), file: idOf(fields.file?.value) }))
  const film = useFilmOf(chosen.video)
  const [sound, setSound] = useState<string | null>(null)
  const [own, setOwn] = useState(false)
  const [fault, setFault] = useState(false)
  const picture = useRef<HTMLVideoElement>(null)
  const dub = useRef<HTMLAudioElement>(null)
  const offset = Number(value ?? 0)
  useTogether(picture, dub, offset)

  useEffect(() => {
    setFault(false)
    setSound(null)
    if (chosen.file) void recordingUrl(address('/'), chosen.file).then(setSound)
  }, [chosen.file])

  if (!chosen.video || !chosen.file || film === undefined) return null
  if (!film)
    return (
      <p className="mb-film__hint">
        {say('影片转换好以后，可以在这里对口型。', 'Once the film is converted the dub can be aligned here.')}
      </p>
    )
  return (
    <section aria-label={say('对口型', 'Alignment')} className="mb-film">
      <p>
        <strong>{say('对口型', 'Alignment')}</strong>{' '}
        {say(
          '放一段，听配音早了还是晚了，按下面的数字挪。',
          'Play a part, hear whether the dub is early or late, and move it.',
        )}
      </p>
      <div className="mb-film__player">
        <video controls muted={!own} playsInline poster={film.poster} preload="none" ref={picture} src={film.src} />
        {sound && <audio onError={() => setFault(true)} preload="auto" ref={dub} src={sound} />}
      </div>
      {fault && (
        <p className="mb-film__fault">
          {say(
            '浏览器放不了这种录音，请换成 MP3 或 M4A 再对。',
            'The browser cannot play this recording; use MP3 or M4A.',
          )}
        </p>
      )}
      <p aria-live="polite" className="mb-film__offset">
        {offset === 0
          ? say('配音和影片同时开始', 'The dub starts with the film')
          : offset > 0
            ? say(`配音晚 ${offset} 毫秒`, `The dub is ${offset} ms later`)
            : say(`配音早 ${-offset} 毫秒`, `The dub is ${-offset} ms earlier`)}
      </p>
      <div className="mb-review-buttons">
        {STEPS.map((step) => (
          <button className="mb-button" key={step} onClick={() => setValue(offset + step)} type="button">
            {step > 0 ? `+${step}` : `−${-step}`}
          </button>
        ))}
        <button className="mb-button mb-button--main" onClick={() => void submit()} type="button">
          {say('保存', 'Save')}
        </button>
        <label>
          <input checked={own} onChange={(event) => setOwn(event.target.checked)} type="checkbox" />{' '}
          {say('同时听原声', 'Hear the original too')}
        </label>
      </div>
    </section>
  )
}

const idOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? String((value as { id?: unknown }).id ?? '') || null
      : null
