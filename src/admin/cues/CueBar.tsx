'use client'
import type { Cue } from '../../lib/subtitles'
import type { Say } from '../say'

type Name =
  | 'save'
  | 'undo'
  | 'redo'
  | 'split'
  | 'merge'
  | 'insert'
  | 'remove'
  | 'startHere'
  | 'endHere'
  | 'play'
  | 'before'
  | 'after'
  | 'nextFinding'
  | 'mendAll'
/** What a button or a key does in the cue editor. */
export type EditorActs = Record<Name, () => void>

type Props = {
  acts: EditorActs
  cue: Cue | undefined
  at: number
  count: number
  mayUndo: boolean
  mayRedo: boolean
  say: Say
}

/** What can be done with the chosen cue. Pressing a button leaves the cursor where it is: a split asks for it. */
export function CueBar({ acts, cue, at, count, mayUndo, mayRedo, say }: Props) {
  const buttons: [Name, string, string, boolean][] = [
    ['startHere', say('在当前位置开始', 'Start here'), 'Alt+I', Boolean(cue)],
    ['endHere', say('在当前位置结束', 'End here'), 'Alt+O', Boolean(cue)],
    ['split', say('从光标处拆开', 'Split at cursor'), 'Ctrl+Enter', Boolean(cue)],
    ['merge', say('和下一条合并', 'Merge with next'), 'Alt+M', at + 1 < count],
    ['insert', say('加一条', 'Add a cue'), 'Alt+N', true],
    ['remove', say('删掉', 'Delete'), '', Boolean(cue)],
    ['undo', say('撤销', 'Undo'), 'Ctrl+Z', mayUndo],
    ['redo', say('重做', 'Redo'), 'Ctrl+Y', mayRedo],
  ]
  return (
    <div aria-label={say('这一条', 'This cue')} className="mb-cues__bar" role="toolbar">
      {count > 0 && <span>{say(`第 ${at + 1} 条`, `Cue ${at + 1}`)}</span>}
      {buttons.map(([name, words, keys, may]) => (
        <button
          className="mb-button"
          disabled={!may}
          key={name}
          onClick={acts[name]}
          onMouseDown={(event) => event.preventDefault()}
          title={keys}
          type="button"
        >
          {words}
        </button>
      ))}
      <details>
        <summary>{say('按键', 'Keys')}</summary>
        <p>
          {say(
            'Alt+↑↓ 上一条、下一条；Alt+P 播放、暂停；Alt+I、Alt+O 在当前位置开始、结束；Ctrl+Enter 拆开；Alt+M 合并；Alt+N 加一条；Ctrl+Z、Ctrl+Y 撤销、重做；Ctrl+S 保存。在时间里按 ↑↓ 挪 0.1 秒。',
            'Alt+↑↓ previous, next; Alt+P play, pause; Alt+I, Alt+O start, end here; Ctrl+Enter split; Alt+M merge; Alt+N add; Ctrl+Z, Ctrl+Y undo, redo; Ctrl+S save. In a time ↑↓ move it by 0.1 s.',
          )}
        </p>
      </details>
    </div>
  )
}
