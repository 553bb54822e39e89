import type { CommissionAnswer } from '../../staff/commission'
import type { CommissionRow, OfferLine } from '../../staff/commissionRows'
import { Ask } from '../Ask'
import type { Say } from '../say'

export type Question = {
  row: CommissionRow
  offer: OfferLine | null
  to: string
  among: CommissionAnswer['colleagues']
}

type Props = {
  question: Question
  me: string
  busy: boolean
  say: Say
  onTo: (id: string) => void
  onYes: () => void
  onNo: () => void
}

/** Before it happens: who is to make it, and for a loan what borrowing does. */
export function PieceQuestion({ question, me, busy, say, onTo, onYes, onNo }: Props) {
  const { row, offer, to, among } = question
  const choose = among.length > 1 || among[0]?.id !== me
  return (
    <Ask
      blocked={!to}
      busy={busy}
      no={say('先不', 'Not now')}
      onNo={onNo}
      onYes={onYes}
      title={offer ? say('借来用？', 'Borrow it?') : say('布置给谁？', 'Who makes it?')}
      yes={offer ? say('借来用', 'Borrow') : say('布置', 'Assign')}
    >
      <p>{offer ? offer.words : row.title}</p>
      {offer && <p>{whatHappens(offer, say)}</p>}
      {choose && (
        <label className="mb-field">
          {say('同事', 'Colleague')}
          <select onChange={(event) => onTo(event.target.value)} value={to}>
            {among.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === me ? say(`我自己（${name}）`, `Myself (${name})`) : name}
              </option>
            ))}
          </select>
        </label>
      )}
    </Ask>
  )
}

function whatHappens({ item, dub }: OfferLine, say: Say): string {
  if (item.startsWith('articles:'))
    return say(
      '会照原文建一篇本所的草稿，改成合适的话再送审。公开时写明原文是谁的。没送审以前可以还。',
      'A draft of your office is filled from it, for you to rewrite and hand in. The page names the original office. It can be given back until it is handed in.',
    )
  return dub
    ? say(
        '影片还是对方的，不用重拍、不用重新转码。本所可以给它配音、加字幕，审核后居民就能听到，页面写明谁制作、谁配音。没用过可以还。',
        'The film stays theirs and is not shot or encoded again. Your office may add a dub and subtitles; the page names both offices. It can be given back while unused.',
      )
    : say(
        '影片还是对方的。本所可以直接拿去投放，也可以再加配音、字幕；投放次数给对方记功。没用过可以还。',
        'The film stays theirs. Your office may deliver it at once and add dubs or subtitles; deliveries are credited to them. It can be given back while unused.',
      )
}
