import { launchExtension } from '@/tests/support/extension/launch';
import { serveChatPage } from './chat-page/serve';

/** Opens the chat with the panel beside it and leaves the rest to the person, until they close the window. */
export async function showToPerson(): Promise<void> {
  const chatPage = await serveChatPage();
  const sidelight = await launchExtension({ headless: false, viewport: null });
  const chat = sidelight.context.pages()[0] ?? (await sidelight.context.newPage());
  await chat.goto(chatPage.url);
  await sidelight.openPanel(chat);
  console.log(
    'Sidelight is open beside a made-up chat. In the panel, allow it to read this page; then write to Maya.',
  );
  console.log('Close the browser window to end the demo.');
  await sidelight.context.waitForEvent('close', { timeout: 0 });
  await chatPage.close();
}
