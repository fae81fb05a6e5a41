// A tray as a face has it: other programs put in, the open vault takes out.

#include <fstream>

#include "people.h"

namespace kith::testing {
namespace {

namespace fs = std::filesystem;

struct TrayOfAmara : OnePerson {
  TemporaryFolder files;
  const fs::path folder = files / "tray";

  api::TrayRequest request() {
    api::TrayRequest out;
    out.set_folder(folder.string());
    return out;
  }
  Result<api::Empty> put(const std::string& text, const std::string& source = {}, double shared_ms = 0) {
    api::TrayPutRequest out;
    out.set_folder(folder.string());
    out.set_text(text);
    out.set_source(source);
    out.set_shared_ms(shared_ms);
    return engine::tray_put(amara.options, out);
  }
  void lay() { must(engine::tray_lay(*amara, request())); }
  api::TrayTaken take() { return must(engine::tray_take(*amara, request())); }
  std::vector<api::Note> notes() {
    const auto list = must(engine::note_list(*amara, {}));
    return {list.items().begin(), list.items().end()};
  }
  // Of the one item there: its file does not go, whoever asks.
  fs::path hold_fast() {
    for (const auto& file : fs::directory_iterator(folder)) {
      const std::string name = file.path().filename().string();
      if (!name.starts_with("item-")) continue;
      fs::create_directories(folder / (name + ".new") / "full");
      return folder / (name + ".new");
    }
    return {};
  }
  void remove_note(const std::string& id) { must(engine::note_remove(*amara, id_request(id))); }
  std::size_t files_in_tray() {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
};

TEST_F(TrayOfAmara, WhatIsPutInWhileTheVaultIsLockedBecomesANote) {
  lay();
  must(engine::vault_lock(*amara));
  amara.close();
  must(put("Ask for the smaller project first.", "https://example.org/essay", 1'600'000'000'000));
  amara.restart();
  EXPECT_EQ(must(engine::tray_show(*amara, request())).waiting(), 1U);
  const api::TrayTaken taken = take();
  ASSERT_EQ(taken.notes_size(), 1);
  EXPECT_EQ(taken.troubles_size(), 0);
  const auto all = notes();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().id(), taken.notes(0));
  EXPECT_EQ(all.front().text(), "Ask for the smaller project first.\n\nhttps://example.org/essay");
  EXPECT_EQ(all.front().created_ms(), 1'600'000'000'000);
  EXPECT_EQ(files_in_tray(), 1U) << "the key alone";
  EXPECT_EQ(take().notes_size(), 0);
}

// In an app whose own process takes what is shared.
TEST_F(TrayOfAmara, WhoeverHasTheVaultOpenMayPutInToo) {
  lay();
  api::TrayPutRequest one;
  one.set_folder(folder.string());
  one.set_text("while it is open");
  ASSERT_THAT((*amara).call(method_number("tray.put"), as_bytes(one.SerializeAsString())), IsOk());
  EXPECT_EQ(take().notes_size(), 1);
  must(engine::vault_suspend(*amara));
  ASSERT_THAT((*amara).call(method_number("tray.put"), as_bytes(one.SerializeAsString())), IsOk());
  must(engine::vault_resume(*amara));
  EXPECT_EQ(take().notes_size(), 1);
}

TEST_F(TrayOfAmara, ACrashBetweenTheNoteAndTheEndOfItsFileMakesNoSecondOne) {
  lay();
  must(put("once"));
  const fs::path kept = files / "kept";
  fs::copy(folder, kept, fs::copy_options::recursive);
  const std::string id = take().notes(0);
  must(engine::note_edit(*amara, [&] {
    api::NoteEditRequest edit;
    edit.set_id(id);
    edit.set_text("once, and edited");
    return edit;
  }()));
  fs::remove_all(folder);
  fs::rename(kept, folder);  // as if the file had not gone
  EXPECT_EQ(take().notes_size(), 0);
  ASSERT_EQ(notes().size(), 1U);
  EXPECT_EQ(notes().front().text(), "once, and edited");
  EXPECT_EQ(files_in_tray(), 1U);
}

TEST_F(TrayOfAmara, AFileThatDoesNotGoIsSaidAndIsNoTroubleOfTheOthers) {
  lay();
  must(put("held fast"));
  const fs::path obstacle = hold_fast();
  for (int i = 0; i < 40; ++i) must(put("passage " + std::to_string(i)));
  const api::TrayTaken taken = take();
  EXPECT_EQ(taken.notes_size(), 41);
  ASSERT_EQ(taken.troubles_size(), 1);
  EXPECT_EQ(taken.troubles(0).error().code(), api::STORE_IO);
  EXPECT_EQ(must(engine::tray_show(*amara, request())).waiting(), 0U);
  const auto all = notes();
  const auto held = std::find_if(all.begin(), all.end(), [](const api::Note& note) { return note.text() == "held fast"; });
  ASSERT_NE(held, all.end());
  remove_note(held->id());
  EXPECT_EQ(take().notes_size(), 0) << "what a person removed stays removed";
  EXPECT_EQ(take().notes_size(), 0) << "as often as it is met";
  fs::remove_all(obstacle);
  EXPECT_EQ(take().notes_size(), 0);
  EXPECT_EQ(notes().size(), 40U);
  EXPECT_EQ(files_in_tray(), 1U);
}

TEST_F(TrayOfAmara, AFileThatWasCopiedIsOneNote) {
  lay();
  must(put("once"));
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().filename() != "key") fs::copy_file(file.path(), folder / "item-copy");
    if (fs::exists(folder / "item-copy")) break;
  }
  EXPECT_EQ(take().notes_size(), 1);
  EXPECT_EQ(files_in_tray(), 1U);
}

TEST_F(TrayOfAmara, ANoteIsOfTheTimeWhenItWasShared) {
  lay();
  must(put("just now"));
  const auto shared = static_cast<double>(amara.options.clock->wall_ms());
  clock.advance(std::int64_t{3} * 24 * 60 * 60 * 1000);
  take();
  EXPECT_LE(notes().front().created_ms(), shared + 1000);
}

TEST_F(TrayOfAmara, WhatCannotBeOpenedIsClearedWhenAPersonWantsIt) {
  lay();
  must(put("good"));
  std::ofstream(folder / "item-00") << "\x01 damaged";
  std::ofstream(folder / "item-01") << "\x02 of a newer version";
  std::ofstream(folder / "item-02") << std::string(200'000, 'x');
  fs::create_symlink(files / "elsewhere", folder / "item-03");  // cannot be looked at just now
  EXPECT_EQ(must(engine::tray_clear(*amara, request())).removed(), 2U);
  EXPECT_TRUE(fs::is_symlink(folder / "item-03")) << "a disk that works again reads it";
  EXPECT_FALSE(fs::exists(folder / "item-00"));
  EXPECT_TRUE(fs::exists(folder / "item-01")) << "an update opens it";
  EXPECT_FALSE(fs::exists(folder / "item-02"));
  EXPECT_EQ(take().notes_size(), 1);
}

TEST_F(TrayOfAmara, ABackupFromBeforeItWasLaidOpensWhatLiesThere) {
  api::BackupRequest backup;
  backup.set_path((files / "backup").string());
  backup.set_vault_passphrase(kPassphrase);
  backup.set_passphrase(kPassphrase);
  must(engine::vault_backup(*amara, backup));
  lay();
  must(put("after the backup"));
  amara.close();
  engine::EngineOptions options = amara.options;
  options.folder = files / "restored";
  const auto restored = Engine::restore(options, files / "backup",
                                        {engine::RestoreSecret::Kind::passphrase, passphrase()}, passphrase("new"));
  ASSERT_THAT(restored, IsOk());
  EXPECT_EQ(must(engine::tray_take(**restored, request())).notes_size(), 1);
}

TEST_F(TrayOfAmara, MoreThanOneStepTakesAreAllTakenOnce) {
  lay();
  for (int i = 0; i < 70; ++i) must(put("passage " + std::to_string(i)));
  EXPECT_EQ(take().notes_size(), 70);
  EXPECT_EQ(notes().size(), 70U);
  EXPECT_EQ(files_in_tray(), 1U);
}

TEST_F(TrayOfAmara, WhatDoesNotOpenStaysAndIsNoTroubleOfTheOthers) {
  lay();
  must(put("good"));
  std::ofstream(folder / "item-00") << "\x01 damaged";
  std::ofstream(folder / "item-01") << "\x02 of a newer version";
  std::ofstream(folder / "item-02") << "\x01 damaged as well";
  EXPECT_EQ(must(engine::tray_show(*amara, request())).waiting(), 1U);
  const api::TrayTaken taken = take();
  EXPECT_EQ(taken.notes_size(), 1);
  ASSERT_EQ(taken.troubles_size(), 2);
  std::map<int, std::uint32_t> troubles;
  for (const auto& one : taken.troubles()) troubles[one.error().code()] = one.items();
  EXPECT_EQ(troubles, (std::map<int, std::uint32_t>{{api::BAD_CIPHERTEXT, 2}, {api::STORE_TOO_NEW, 1}}));
  EXPECT_EQ(files_in_tray(), 4U) << "the key and what stayed";
}

TEST_F(TrayOfAmara, AnothersTrayStaysWhole) {
  lay();
  must(put("for Amara"));
  Person noor("Noor", relay, clock, random);
  EXPECT_EQ(must(engine::tray_take(*noor, request())).notes_size(), 0);
  EXPECT_EQ(take().notes_size(), 1);
}

TEST_F(TrayOfAmara, ItsKeyLastsAsLongAsTheVault) {
  lay();
  must(put("before"));
  amara.restart();
  lay();
  must(put("after"));
  EXPECT_EQ(take().notes_size(), 2);
}

TEST_F(TrayOfAmara, ATimeToComeIsNow) {
  lay();
  must(put("from the future", {}, 7'000'000'000'000));
  take();
  EXPECT_LT(notes().front().created_ms(), static_cast<double>(amara.options.clock->wall_ms()) + 1000);
}

TEST_F(TrayOfAmara, WhatIsWrongIsSaidAndChangesNothing) {
  EXPECT_THAT(put("no tray yet"), Fails(Code::NOT_FOUND));
  EXPECT_FALSE(fs::exists(folder));
  EXPECT_THAT(engine::tray_lay(*amara, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::tray_take(*amara, {}), Fails(Code::INVALID_ARGUMENT));
  api::TrayRequest inside;
  for (const fs::path& place : {amara.options.folder, amara.options.folder / "tray", amara.options.folder / "x" / ".." / "tray"}) {
    inside.set_folder(place.string());
    EXPECT_THAT(engine::tray_lay(*amara, inside), Fails(Code::INVALID_ARGUMENT)) << place;
  }
  EXPECT_EQ(take().notes_size(), 0) << "no tray, nothing in it";
  lay();
  EXPECT_THAT(put(" "), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put("text", {}, -1), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put("text", {}, 1e18), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put("text", {}, std::numeric_limits<double>::quiet_NaN()), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put(std::string(70'000, 'a')), Fails(Code::TOO_LARGE));
  EXPECT_EQ(files_in_tray(), 1U);
}

}  // namespace
}  // namespace kith::testing
