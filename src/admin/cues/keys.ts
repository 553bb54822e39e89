import type { KeyboardEvent } from 'react'
import type { EditorActs } from './CueBar'

type Act = keyof EditorActs

/** Which act a key press asks for. Alt with arrows and letters leaves typing, also in Chinese, alone. */
export function actFor(event: KeyboardEvent): Act | null {
  const { code, shiftKey, altKey, nativeEvent } = event
  if (nativeEvent.isComposing) return null
  const command = event.ctrlKey || event.metaKey
  if (command && code === 'KeyZ') return shiftKey ? 'redo' : 'undo'
  if (command) return commands[code] ?? null
  return altKey ? (alternatives[code] ?? null) : null
}

const commands: Record<string, Act> = { KeyY: 'redo', KeyS: 'save', Enter: 'split' }
const alternatives: Record<string, Act> = {
  ArrowUp: 'before',
  ArrowDown: 'after',
  KeyP: 'play',
  KeyI: 'startHere',
  KeyO: 'endHere',
  KeyM: 'merge',
  KeyN: 'insert',
}
