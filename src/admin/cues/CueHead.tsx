'use client'
import type { Finding, Profile } from '../../lib/subtitleChecks'
import type { Cue } from '../../lib/subtitles'
import type { Say } from '../say'
import type { EditorActs } from './CueBar'

type Props = {
  cues: Cue[]
  findings: Finding[]
  mendable: number
  blocked: boolean
  changed: boolean
  busy: boolean
  locked: boolean
  profile: Profile
  onProfile: (profile: Profile) => void
  acts: EditorActs
  say: Say
}

/** How many cues there are, how many want another look, by whose measure, and the one button that matters. */
export function CueHead({ cues, findings, mendable, blocked, changed, busy, locked, profile, ...head }: Props) {
  const { onProfile, acts, say } = head
  const count = new Set(findings.map(({ cue }) => cue)).size
  const names: Record<Profile, string> = { usual: say('普通', 'Usual'), elder: say('长辈', 'Elderly') }
  return (
    <header className="mb-cues__head">
      <p aria-live="polite">
        <strong>{say(`${cues.length} 条字幕`, `${cues.length} cues`)}</strong>
        {count > 0
          ? say(`，${count} 条要看看`, `, ${count} to look at`)
          : cues.length > 0 && say('，没有问题', ', all well')}
      </p>
      <fieldset>
        <legend>{say('按谁的标准查', 'Checked for')}</legend>
        {(['usual', 'elder'] as const).map((name) => (
          <button aria-pressed={profile === name} key={name} onClick={() => onProfile(name)} type="button">
            {names[name]}
          </button>
        ))}
      </fieldset>
      {count > 0 && (
        <button className="mb-button" onClick={acts.nextFinding} type="button">
          {say('下一处', 'Next one')}
        </button>
      )}
      {mendable > 0 && !locked && (
        <button className="mb-button" onClick={acts.mendAll} type="button">
          {say(`能自动改的 ${mendable} 处都改好`, `Fix ${mendable} by machine`)}
        </button>
      )}
      {!locked && (
        <button
          className="mb-button mb-button--main"
          disabled={!changed || busy || blocked || cues.length === 0}
          onClick={acts.save}
          title={
            blocked ? say('有的条没有字或时间反了，先改好', 'Some cues have no words or reversed times') : 'Ctrl+S'
          }
          type="button"
        >
          {busy ? say('正在保存', 'Saving') : say('保存字幕', 'Save subtitle')}
        </button>
      )}
      {changed && <small>{say('有没保存的修改，已留在这台电脑上', 'Unsaved changes, kept in this browser')}</small>}
    </header>
  )
}
