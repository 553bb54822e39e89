'use client'
import type { FilmKits } from '../../staff/kits'
import type { Language, Say } from '../say'

type Props = {
  voice: FilmKits['voices'][number]
  mayPack: boolean
  onPack: () => void
  onCancel: () => void
  say: Say
  language: Language
}

/** One language of a film: what there is of its kit, and what can be done about it. */
export function KitLine({ voice, mayPack, onPack, onCancel, say, language }: Props) {
  const { state, percent, made, error } = voice
  const busy = state === 'waiting' || state === 'working'
  return (
    <li>
      <div>
        <strong>{voice.name}</strong>
        {voice.synthetic && <small> {say('机器配音，会自动标明', 'machine voice, labelled')}</small>}
        <div aria-live="polite">
          {busy && (
            <>
              <p>
                {state === 'waiting'
                  ? say('排队等待', 'In the queue')
                  : say(`正在打包 ${percent}%`, `Packing ${percent}%`)}
              </p>
              <progress aria-label={say('打包进度', 'Packing')} max={100} value={percent} />
            </>
          )}
          {state === 'none' && <p className="mb-film__hint">{say('还没有打包', 'Not packed yet')}</p>}
          {state === 'cancelled' && <p className="mb-film__hint">{say('打包已取消', 'Cancelled')}</p>}
          {state === 'failed' && (
            <p className="mb-film__fault">{error?.[language] ?? say('打包没有成功', 'Packing failed')}</p>
          )}
          {state === 'stale' && (
            <p className="mb-film__fault">
              {say(
                '影片、配音或文字改过了，这一份是旧的。',
                'The film, voice or words have changed: this one is out of date.',
              )}
            </p>
          )}
          {made && !busy && (
            <p className="mb-film__hint">
              {say(`${megabytes(made.bytes)} 兆`, `${megabytes(made.bytes)} MB`)} · {day(made.at, language)}
              {made.leftOut.length > 0 &&
                ` · ${say('影片太长，没有放进', 'Too long for')}：${made.leftOut.map((name) => name[language]).join('、')}`}
            </p>
          )}
        </div>
      </div>
      <nav aria-label={voice.name}>
        {made && !busy && (
          <a className={state === 'done' ? MAIN : 'mb-button'} download href={made.href}>
            {state === 'done' ? say('下载', 'Download') : say('下载旧的', 'Download the old one')}
          </a>
        )}
        {mayPack && busy && (
          <button className="mb-button" onClick={onCancel} type="button">
            {say('取消', 'Cancel')}
          </button>
        )}
        {mayPack && !busy && (
          <button className={state === 'done' ? 'mb-button' : MAIN} onClick={onPack} type="button">
            {state === 'none' ? say('打包', 'Pack') : say('重新打包', 'Pack again')}
          </button>
        )}
      </nav>
    </li>
  )
}

const MAIN = 'mb-button mb-button--main'

const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 1e5) / 10)

const day = (at: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
