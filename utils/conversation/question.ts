/** Whether a message asks something anywhere in it: "What happened? Take your time." */
export const isQuestion = (text: string): boolean => text.includes('?');
