export const ReviewControls = () => null
