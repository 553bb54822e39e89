import type { Block, Field } from 'payload'
import { label } from '../src/lib/labels'

const provision: Field = {
  name: 'provision',
  type: 'relationship',
  relationTo: 'provisions',
  label: label('依据哪一条', 'Provision'),
}

/** The article's real text is shown from `provisions`; an editor cannot retype the law. */
const statuteQuote: Block = {
  slug: 'statuteQuote',
  labels: { singular: label('法条原文', 'Statute quote'), plural: label('法条原文', 'Statute quotes') },
  fields: [
    { ...provision, required: true } as Field,
    { name: 'plain', type: 'textarea', label: label('说人话', 'In plain words') },
  ],
}

const text: Block = {
  slug: 'text',
  labels: { singular: label('文字', 'Text'), plural: label('文字', 'Text') },
  fields: [{ name: 'content', type: 'richText', required: true, label: label('文字', 'Text') }],
}

const film: Block = {
  slug: 'film',
  labels: { singular: label('影片', 'Film'), plural: label('影片', 'Films') },
  fields: [{ name: 'video', type: 'relationship', relationTo: 'videos', required: true, label: label('影片', 'Film') }],
}

const notice: Block = {
  slug: 'notice',
  labels: { singular: label('提醒', 'Notice'), plural: label('提醒', 'Notices') },
  fields: [{ name: 'text', type: 'textarea', required: true, label: label('提醒', 'Notice') }],
}

/** 选一选: a scene, two to four answers, each with its consequence and article. Works without JavaScript. */
const choice: Block = {
  slug: 'choice',
  labels: { singular: label('选一选', 'Choice'), plural: label('选一选', 'Choices') },
  fields: [
    { name: 'scene', type: 'textarea', required: true, label: label('场景', 'Scene') },
    {
      name: 'options',
      type: 'array',
      minRows: 2,
      maxRows: 4,
      required: true,
      label: label('选项', 'Options'),
      labels: { singular: label('一个选项', 'Option'), plural: label('选项', 'Options') },
      fields: [
        { name: 'text', type: 'text', required: true, label: label('怎么做', 'What you do') },
        { name: 'consequence', type: 'textarea', required: true, label: label('会怎样', 'What follows') },
        { name: 'right', type: 'checkbox', defaultValue: false, label: label('这样做对', 'The right thing') },
        provision,
      ],
    },
  ],
}

/** 风险清单: a list to tick, with penalty and article; printable. */
const risks: Block = {
  slug: 'risks',
  labels: { singular: label('风险清单', 'Risk list'), plural: label('风险清单', 'Risk lists') },
  fields: [
    { name: 'heading', type: 'text', label: label('清单名', 'Heading') },
    {
      name: 'rows',
      type: 'array',
      minRows: 1,
      required: true,
      label: label('条目', 'Rows'),
      labels: { singular: label('一条', 'Row'), plural: label('条目', 'Rows') },
      fields: [
        { name: 'check', type: 'text', required: true, label: label('查什么', 'What to check') },
        { name: 'penalty', type: 'text', label: label('不做会怎样', 'Penalty') },
        provision,
      ],
    },
  ],
}

export const articleBlocks: Block[] = [statuteQuote, text, film, notice, choice, risks]
