'use client'
import { useState } from 'react'
import { Ask } from '../Ask'
import { useStaff } from '../useStaff'

const LEAST = 5
type Props = { title: string; held: string; busy: boolean; onYes: (why: string) => void; onNo: () => void }

/** Sends what is held back although its topic is at its cap: never without a reason. */
export function LetGo({ title, held, busy, onYes, onNo }: Props) {
  const { say } = useStaff()
  const [why, setWhy] = useState('')
  return (
    <Ask
      blocked={why.trim().length < LEAST}
      busy={busy}
      no={say('先压着', 'Keep it back')}
      onNo={onNo}
      onYes={() => onYes(why.trim())}
      title={say('放行这一条？', 'Let this one go?')}
      yes={say('放行', 'Let it go')}
    >
      <p>{title}</p>
      <p>
        {held}
        {say(
          '。放行就马上投放，您的名字、时间和理由会记下来。',
          '. It goes out at once; name, time and reason are kept.',
        )}
      </p>
      <label className="mb-field">
        {say(`为什么还要发（至少 ${LEAST} 个字）`, `Why it goes all the same (at least ${LEAST} characters)`)}
        <textarea
          autoFocus
          maxLength={300}
          onChange={(event) => setWhy(event.target.value)}
          placeholder={say('例：宪法宣传周，县里统一要求发', 'e.g. asked for by the county for Constitution week')}
          rows={3}
          value={why}
        />
      </label>
    </Ask>
  )
}
