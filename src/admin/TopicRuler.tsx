export const TopicRuler = () => null
