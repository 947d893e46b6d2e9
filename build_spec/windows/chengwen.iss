; Inno Setup 6: iscc /DVersion=0.1.0 build_spec\windows\chengwen.iss
; Makes out\package\chengwen-<version>-setup.exe from the folder that "python -m build_spec.package" has built.
; Installs for one person without administrator's rights; who has them may choose all users.

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif
#define Folder "..\..\out\package"

[Setup]
AppId={{6B3D3C0E-8C51-4B0B-9E0B-5D7C2B6E41A7}
AppName=成文
AppVersion={#Version}
AppPublisher=The Chengwen developers
DefaultDirName={autopf}\Chengwen
DefaultGroupName=成文
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Folder}\chengwen\licences\LICENSE.txt
OutputDir={#Folder}
OutputBaseFilename=chengwen-{#Version}-setup
SetupIconFile={#Folder}\icons\chengwen.ico
UninstallDisplayIcon={app}\chengwen-window.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern

[Languages]
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"

[Tasks]
Name: "desktopicon"; Description: "在桌面上放图标"; Flags: unchecked
Name: "associate"; Description: "用成文打开 .akn 文稿"

[Files]
Source: "{#Folder}\chengwen\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
; An older version's libraries must not lie beside the new ones. Users' files are never below {app}.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\成文"; Filename: "{app}\chengwen-window.exe"
Name: "{autodesktop}\成文"; Filename: "{app}\chengwen-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.akn\OpenWithProgids"; ValueType: string; ValueName: "Chengwen.Draft"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Chengwen.Draft"; ValueType: string; ValueData: "成文文稿"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Chengwen.Draft\DefaultIcon"; ValueType: string; ValueData: "{app}\chengwen-window.exe,0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Chengwen.Draft\shell\open\command"; ValueType: string; ValueData: """{app}\chengwen-window.exe"" open ""%1"""; Tasks: associate

[Run]
Filename: "{app}\chengwen-window.exe"; Description: "打开成文"; Flags: postinstall nowait skipifsilent
