'use client'
import { useField, useFormFields } from '@payloadcms/ui'
import { useFilm } from './useFilm'
import { length } from './FilmPlayer'

/** The poster: a row of frames to choose one from. Arrow keys move between them, as between any radio buttons. */
export function PosterChoice() {
  const { value, setValue, disabled } = useField<number | null>({ path: 'posterAt' })
  const cover = useFormFields(([fields]) => fields.cover?.value)
  const { film, say } = useFilm()
  const { posters = [], postersAt = [] } = film?.stream ?? {}
  if (!film?.base || !posters.length) return null
  const frames = posters.flatMap((file, at) => (postersAt[at] === undefined ? [] : { file, second: postersAt[at] }))
  const chosen = frames.find(({ second }) => second === value)
  return (
    <fieldset className="mb-posters" disabled={disabled}>
      <legend>{say('封面用哪一幅画面', 'Which frame is the poster')}</legend>
      {Boolean(cover) && (
        <p className="mb-film__hint">
          {say(
            '现在用的是右边自己的封面图；把它去掉，才用这里选的画面。',
            'Your own cover is used now; remove it to use a frame.',
          )}
        </p>
      )}
      <div className="mb-posters__row">
        <label className="mb-posters__auto">
          <input checked={!chosen} name="posterAt" onChange={() => setValue(null)} type="radio" />
          <span>{say('自动挑', 'Choose for me')}</span>
        </label>
        {frames.map(({ file, second }) => (
          <label key={file}>
            <input checked={second === value} name="posterAt" onChange={() => setValue(second)} type="radio" />
            <img alt="" height={film.stream?.height} src={`${film.base}/${file}`} width={film.stream?.width} />
            <span>{say(`第 ${length(second, say)}`, `At ${length(second, say)}`)}</span>
          </label>
        ))}
      </div>
      <p className="mb-film__hint">
        {say(
          '选好后稍等一会儿就换好，画面和声音不用重新转。都不合适？在“自己的封面图”里上传一张。',
          'It changes in a moment; picture and sound are not converted again. None fits? Upload a cover of your own.',
        )}
      </p>
    </fieldset>
  )
}
