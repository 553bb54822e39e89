'use client'
import { percentOf, spokenWords, statusWords } from '../../upload/words'
import type { Say } from '../say'
import type { Row } from './useTransfers'

type Props = { row: Row; say: Say; again(row: Row): void; drop(row: Row): void }

/** One file on its way: name, bar, a sentence, and what can be done about it. */
export function TransferRow({ row, say, again, drop }: Props) {
  const { file, progress, transfer } = row
  const { state } = progress
  const percent = percentOf(progress)
  const moving = state === 'starting' || state === 'sending' || state === 'waiting'
  const words = statusWords(progress, say)
  return (
    <li className={`mb-up__row is-${state}`}>
      <p className="mb-up__name">
        <strong>{file.name}</strong> <span>{percent}%</span>
      </p>
      {state !== 'failed' && state !== 'cancelled' && (
        <progress aria-label={file.name} aria-valuetext={`${percent}% ${words}`} max={100} value={percent} />
      )}
      <p className="mb-up__words">{words}</p>
      <p aria-live="polite" className="mb-up__spoken">
        {spokenWords(file.name, progress, say)}
      </p>
      <div className="mb-up__acts">
        {moving && (
          <button className="mb-button" onClick={() => transfer?.pause()} type="button">
            {say('暂停', 'Pause')}
          </button>
        )}
        {state === 'queued' && (
          <button className="mb-button" onClick={() => drop(row)} type="button">
            {say('取消', 'Cancel')}
          </button>
        )}
        {state === 'paused' && (
          <button className="mb-button mb-button--main" onClick={() => transfer?.resume()} type="button">
            {say('继续', 'Continue')}
          </button>
        )}
        {(moving || state === 'paused') && (
          <button
            className="mb-button"
            onClick={() => {
              const sure = say(`取消上传“${file.name}”？`, `Cancel the upload of “${file.name}”?`)
              if (window.confirm(sure)) transfer?.cancel()
            }}
            type="button"
          >
            {say('取消', 'Cancel')}
          </button>
        )}
        {(state === 'failed' || state === 'cancelled') && (
          <>
            <button className="mb-button" onClick={() => again(row)} type="button">
              {say('再传一次', 'Try again')}
            </button>
            <button className="mb-button" onClick={() => drop(row)} type="button">
              {say('知道了', 'Dismiss')}
            </button>
          </>
        )}
      </div>
    </li>
  )
}
