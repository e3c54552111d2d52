// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { key, model, openSettings, press, SAVED } from './render-settings';

const address = (): HTMLElement => screen.getByLabelText('Address');
const consent = (): HTMLElement => screen.getByRole('checkbox', { name: /may go to/ });
const remember = (): HTMLElement => screen.getByRole('checkbox', { name: /Remember the key/ });

describe('setting up an endpoint', () => {
  it('begins off, and says what leaves in three lines', async () => {
    await openSettings();
    expect(screen.getByText('off')).toBeDefined();
    const facts = screen.getByRole('region', { name: 'What leaves this computer' });
    expect(
      within(facts)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['By itself', 'With a language model', 'Never']);
  });

  it('saves what was typed, asking the browser for the host first', async () => {
    const { fake, user } = await openSettings();
    await user.selectOptions(screen.getByLabelText('Service'), 'Another one');
    await user.type(address(), 'https://gateway.example.org/v1/chat/completions');
    await user.type(model(), ' kind-1 ');
    await user.type(key(), 'sk-1');
    await user.click(consent());
    await user.click(press('Save'));
    expect(await screen.findByText('Saved.')).toBeDefined();
    expect(fake.askLeave).toHaveBeenCalledWith('https://gateway.example.org/v1', true);
    expect(fake.save).toHaveBeenCalledWith(
      { baseUrl: 'https://gateway.example.org/v1', model: 'kind-1', consented: true },
      { typed: 'sk-1', remember: false },
    );
    expect(key()).toHaveProperty('value', '');
    expect(screen.getByText('on: kind-1')).toBeDefined();
  });

  it.each(['Save', 'Test connection'])('asks the browser within the click itself: %s', async (name) => {
    const { fake } = await openSettings({ load: () => Promise.resolve(SAVED) });
    fireEvent.click(press(name));
    // No await since the click: the browser forgets the gesture after one.
    expect(fake.askLeave).toHaveBeenCalledOnce();
    await screen.findByText(/Saved|It works/);
  });

  it('is saved without consent as well, and then says that nothing is sent', async () => {
    const { fake, user } = await openSettings();
    await user.type(model(), 'm');
    await user.click(press('Save'));
    expect(await screen.findByText(/Nothing will be sent to api.openai.com/)).toBeDefined();
    expect(fake.save).toHaveBeenCalledWith(expect.objectContaining({ consented: false }), expect.anything());
  });

  it('tries all the same when the browser is told no', async () => {
    const { fake, user } = await openSettings({ askLeave: () => Promise.resolve(false) });
    await user.type(model(), 'm');
    await user.click(consent());
    await user.click(press('Save'));
    expect(await screen.findByText(/told not to let Sidelight reach it/)).toBeDefined();
    expect(fake.save).toHaveBeenCalledWith(expect.objectContaining({ consented: true }), expect.anything());
  });

  it('takes a no of a browser that asks about data as a no to sending', async () => {
    const { fake, user } = await openSettings({
      askLeave: () => Promise.resolve(false),
      leaveIsConsent: true,
    });
    await user.type(model(), 'm');
    await user.click(consent());
    await user.click(press('Save'));
    await screen.findByText('Saved.');
    expect(fake.save).toHaveBeenCalledWith(expect.objectContaining({ consented: false }), expect.anything());
    expect(consent()).toHaveProperty('checked', false);
  });

  it.each([
    ['http://192.168.1.5:11434/v1', /http is refused/],
    ['api.example.org', /not a web address/],
  ])('refuses %s in words, and goes to the field', async (typed, words) => {
    const { fake, user } = await openSettings();
    await user.clear(address());
    await user.type(address(), typed);
    await user.type(model(), 'm');
    for (const name of ['Save', 'Test connection']) {
      await user.click(press(name));
      expect(screen.getByText(words)).toBeDefined();
      expect(address().getAttribute('aria-invalid')).toBe('true');
      expect(document.activeElement).toBe(address());
    }
    expect(fake.askLeave).not.toHaveBeenCalled();
    expect(fake.save).not.toHaveBeenCalled();
    expect(fake.test).not.toHaveBeenCalled();
  });

  it('says so when the browser could not store it', async () => {
    const { user } = await openSettings({ save: () => Promise.reject(new Error('QuotaExceeded')) });
    await user.type(model(), 'm');
    await user.click(press('Save'));
    expect(await screen.findByText('That was not saved.')).toBeDefined();
  });

  it('can be turned off', async () => {
    const { fake, user } = await openSettings({ load: () => Promise.resolve(SAVED) });
    await user.click(press('Turn off'));
    expect(await screen.findByText(/Turned off/)).toBeDefined();
    expect(fake.turnOff).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Turn off' })).toBeNull();
  });
});

describe('consent and key belong to one host', () => {
  it('names the host in the sentence that is ticked', async () => {
    await openSettings({ load: () => Promise.resolve(SAVED) });
    expect(
      screen.getByRole('checkbox', {
        name: 'Redacted words of your conversations may go to gateway.example.org when I allow it for a conversation.',
      }),
    ).toHaveProperty('checked', true);
  });

  it('ends with another host, and not with another path', async () => {
    const { user } = await openSettings({ load: () => Promise.resolve(SAVED) });
    await user.type(key(), 'sk-1');
    await user.type(address(), '/extra');
    expect(consent()).toHaveProperty('checked', true);
    await user.selectOptions(screen.getByLabelText('Service'), 'OpenRouter');
    expect(consent()).toHaveProperty('checked', false);
    expect(key()).toHaveProperty('value', '');
  });

  it('cannot be given to nobody', async () => {
    const { user } = await openSettings();
    await user.clear(address());
    expect(consent()).toHaveProperty('disabled', true);
  });
});

describe('the key', () => {
  it('is never shown, only said to be there and for how long', async () => {
    const { fake, user } = await openSettings({
      load: () => Promise.resolve(SAVED),
      keyStatus: () => Promise.resolve({ kept: true, remembered: false }),
    });
    expect(
      await screen.findByText(/A key for gateway.example.org is kept until the browser closes/),
    ).toBeDefined();
    expect(key()).toHaveProperty('type', 'password');
    expect(key()).toHaveProperty('value', '');
    await user.click(press('Remove key'));
    expect(fake.removeKey).toHaveBeenCalledOnce();
  });

  it('is remembered only on request, with the plain warning beside the tick', async () => {
    const { fake, user } = await openSettings();
    expect(remember()).toHaveProperty('checked', false);
    expect(screen.getByText(/stored unencrypted/)).toBeDefined();
    await user.type(model(), 'm');
    await user.click(remember());
    await user.click(press('Save'));
    await screen.findByText('Saved.');
    expect(fake.save).toHaveBeenCalledWith(expect.anything(), { typed: '', remember: true });
  });

  it('shows how it is kept now, and can be taken off the disk', async () => {
    const { fake, user } = await openSettings({
      load: () => Promise.resolve(SAVED),
      keyStatus: () => Promise.resolve({ kept: true, remembered: true }),
    });
    await waitFor(() => {
      expect(remember()).toHaveProperty('checked', true);
    });
    await user.click(remember());
    await user.click(press('Save'));
    await screen.findByText('Saved.');
    expect(fake.save).toHaveBeenCalledWith(expect.anything(), { typed: '', remember: false });
  });
});
