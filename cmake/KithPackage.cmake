# The Debian package of kith: the program, its manual, completions for three shells. `./dev package` makes it.
#
# The relay is not in it: who hosts one needs more than a program (docs/README.md).

include(GNUInstallDirs)

set(share ${CMAKE_CURRENT_BINARY_DIR}/share)
configure_file(${PROJECT_SOURCE_DIR}/cmake/debian-changelog.in ${CMAKE_CURRENT_BINARY_DIR}/debian-changelog @ONLY)
install(TARGETS kith RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT kith)

# Manual and completions are made by the program itself, of what its parser knows, when it is installed.
install(CODE "
  file(REMOVE_RECURSE \"${share}\")
  file(MAKE_DIRECTORY \"${share}/man\")
  foreach(shell bash zsh fish)
    execute_process(COMMAND \"$<TARGET_FILE:kith>\" completion \${shell}
      OUTPUT_FILE \"${share}/\${shell}\" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  execute_process(COMMAND \"$<TARGET_FILE:kith>\" manual --into \"${share}/man\"
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB pages \"${share}/man/*.1\")
  file(CHMOD \${pages} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  execute_process(COMMAND gzip -9n \${pages} COMMAND_ERROR_IS_FATAL ANY)
  configure_file(\"${PROJECT_SOURCE_DIR}/CHANGELOG.md\" \"${share}/changelog\" COPYONLY)
  configure_file(\"${CMAKE_CURRENT_BINARY_DIR}/debian-changelog\" \"${share}/changelog.Debian\" COPYONLY)
  execute_process(COMMAND gzip -9n \"${share}/changelog\" \"${share}/changelog.Debian\" COMMAND_ERROR_IS_FATAL ANY)
" COMPONENT kith)
set(readable PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ COMPONENT kith)
install(DIRECTORY ${share}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT kith)
install(FILES ${share}/bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME kith ${readable})
install(FILES ${share}/zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _kith ${readable})
install(FILES ${share}/fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME kith.fish ${readable})
install(FILES ${share}/changelog.gz ${share}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} ${readable})
install(FILES ${PROJECT_SOURCE_DIR}/cmake/debian-copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright ${readable})
install(FILES ${PROJECT_SOURCE_DIR}/cmake/debian-lintian-overrides
  DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME kith ${readable})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kith)
set(CPACK_PACKAGE_VENDOR "Kith")
set(CPACK_PACKAGE_CONTACT "The Kith developers <maintainers@kith.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL kith)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_KITH_PACKAGE_NAME kith)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_KITH_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_COMPONENT_KITH_DESCRIPTION "keeps a developmental network and mentoring log, encrypted
Kith keeps the handful of people who help one grow, and a log of mentoring
conversations, in an encrypted vault on this device. A pair, a mentor and a
protege for instance, shares what each of the two chooses, through a relay
that can read nothing of it.")
include(CPack)
