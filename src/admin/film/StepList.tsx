import type { FilmState } from '../../staff/films'
import type { Say } from '../say'

type Props = { steps: FilmState['steps']; say: Say; language: 'zh' | 'en' }

/** What is done, what is under way, what is still to come: one line of words, no bar a step. */
export function StepList({ steps, say, language }: Props) {
  const words: Partial<Record<FilmState['steps'][number]['state'], string>> = {
    done: say('完成', 'done'),
    running: say('正在做', 'now'),
  }
  const marks = { done: '✓', running: '▸', waiting: '·', failed: '✗', cancelled: '–' }
  return (
    <ol className="mb-film__steps">
      {steps.map(({ step, state, label }) => (
        <li data-state={state} key={step} {...(state === 'running' && { 'aria-current': 'step' as const })}>
          <span aria-hidden="true">{marks[state]}</span> {label[language]}
          {words[state] && <span className="mb-film__said"> {words[state]}</span>}
        </li>
      ))}
    </ol>
  )
}
