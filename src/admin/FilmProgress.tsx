'use client'
import { FilmPlayer, length } from './film/FilmPlayer'
import { StepList } from './film/StepList'
import { useFilm } from './film/useFilm'

/** Under the film file: how far it is, why it failed, and the result to look at. Every state ends in something to do. */
export function FilmProgress() {
  const { id, film, fault, act, say, language } = useFilm()
  if (!id)
    return (
      <p className="mb-film__hint">
        {say(
          '选好影片、保存后，系统会自动转成手机能看的几种清晰度。',
          'Choose a film and save; it is then converted for phones.',
        )}
      </p>
    )
  if (!film) return fault ? <p className="mb-film__fault">{fault}</p> : null
  const { state, label, percent, secondsLeft, speed, steps, error, quiet, stream, base, mayChange, withheld } = film
  const busy = state === 'working' || state === 'waiting'
  return (
    <section aria-label={say('转换进度', 'Conversion')} className="mb-film">
      {fault && <p className="mb-film__fault">{fault}</p>}
      {withheld && (
        <p className="mb-film__fault">
          {say('居民看到的仍是以前的版本。', 'Residents keep the former version. ')}
          {withheld[language]}
        </p>
      )}
      {state === 'none' && (
        <p className="mb-film__hint">{say('还没有影片。请先上传影片文件。', 'No film yet. Upload one first.')}</p>
      )}
      {busy && (
        <div aria-live="polite">
          <p>
            <strong>{label ? label[language] : say('排队等待', 'In the queue')}</strong> {percent}%
            {secondsLeft !== undefined &&
              say(
                ` · 这一步还要约 ${length(secondsLeft, say)}`,
                ` · about ${length(secondsLeft, say)} left in this step`,
              )}
            {speed !== undefined && say(` · 约 ${pace(speed)} 倍速`, ` · about ${pace(speed)}× speed`)}
          </p>
          <progress max={100} value={percent} />
          <StepList language={language} say={say} steps={steps} />
          {stream && (
            <p className="mb-film__hint">
              {say('转换完成前，下面仍是上一版。', 'Below is the former version until this one is done.')}
            </p>
          )}
          {mayChange && (
            <button className="mb-button" onClick={() => void act('cancel')} type="button">
              {say('取消转换', 'Cancel')}
            </button>
          )}
        </div>
      )}
      {state === 'failed' && (
        <div role="alert">
          <p className="mb-film__fault">
            {label && `${label[language]}：`}
            {error?.subject && `${error.subject} · `}
            {error?.words[language]}
            {error?.code === 'media-length' &&
              say(
                `（影片 ${length(Number(error.film), say)}，配音 ${length(Number(error.track), say)}）`,
                ` (film ${length(Number(error.film), say)}, track ${length(Number(error.track), say)})`,
              )}
          </p>
          {mayChange && (
            <button className="mb-button" onClick={() => void act('retry')} type="button">
              {say('重试', 'Retry')}
            </button>
          )}
        </div>
      )}
      {state === 'cancelled' && (
        <div>
          <p>{say('转换已取消。', 'The conversion was cancelled.')}</p>
          {mayChange && (
            <button className="mb-button" onClick={() => void act('retry')} type="button">
              {say('重新转换', 'Convert again')}
            </button>
          )}
        </div>
      )}
      {quiet.length > 0 && (
        <p className="mb-film__fault">
          {say(
            `${quiet.join('、')}：几乎听不到声音，没有调响度。请检查录音。`,
            `${quiet.join(', ')}: hardly any sound, its loudness was left alone. Please check the recording.`,
          )}
        </p>
      )}
      {stream && base && <FilmPlayer base={base} key={base} say={say} stream={stream} />}
      {state === 'done' && mayChange && (
        <button className="mb-film__again" onClick={() => void act('reprocess')} type="button">
          {say('效果不对？重新转换一次', 'Not right? Convert it again')}
        </button>
      )}
    </section>
  )
}

/** 2.6, but 14: nobody needs tenths of a large number. */
const pace = (speed: number) => (speed < 10 ? Math.max(0.1, Math.round(speed * 10) / 10) : Math.round(speed))
