import type { Channel } from './contract'

/** 转发包: a person copies it into groups and accounts and ticks 已转发. Only that tick submits it. */
export const handout: Channel = {
  kind: 'handout',
  automatic: false,
  idempotent: false,
  deliver: async () => {
    throw new Error('a handout is passed on by a person')
  },
}
