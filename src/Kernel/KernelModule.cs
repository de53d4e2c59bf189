using System.CommandLine;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Guiju.Kernel.Registers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>Organisations, people, roles and accounts: what every other module stands on. First in the hosts' list.</summary>
public sealed class KernelModule : IModule
{
    /// <inheritdoc/>
    public string Name => "kernel";

    /// <inheritdoc/>
    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("/organisations", new("机构", "Organisations"), KernelPermissions.ReadUnits, "sitemap", 900),
        new("/people", new("人员", "People"), KernelPermissions.ReadPeople, "users", 901),
        new("/ledger", new("办理留痕", "Ledger"), KernelPermissions.ReadLedger, "history", 890),
        new("/organisations/tree", new("机构树", "Organisation tree"), KernelPermissions.ReadUnits, "sitemap", 905),
        new("/administration/sign-ins", new("登录日志", "Sign-in log"), KernelPermissions.ReadSignIns, "login", 895),
        new("/administration/accounts", new("账户", "Accounts"), KernelPermissions.KeepAccounts, "key", 930),
        new("/administration/roles", new("角色与权限", "Roles and permissions"), KernelPermissions.ReadRoles, "shield-check", 940),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => KernelPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles => KernelPermissions.Roles;

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccounts();
        services.AddScoped<UnitBook>();
        services.AddScoped<PersonBook>();
        services.AddScoped<UnitBoard>();
        services.AddScoped<PersonRecord>();
        services.AddScoped<RoleBoard>();
        services.AddScoped<AccountBoard>();
        services.AddScoped<SignInLog>();
        services.AddScoped<IDemonstration, KernelDemonstration>();
        services.AddAct<AddUnit, Guid, AddUnit.Handler>();
        services.AddAct<ChangeUnit, Guid, ChangeUnit.Handler>();
        services.AddAct<MoveUnit, Guid, MoveUnit.Handler>();
        services.AddAct<CloseUnit, Guid, CloseUnit.Handler>();
        services.AddAct<AddPerson, Guid, AddPerson.Handler>();
        services.AddAct<ChangePerson, Guid, ChangePerson.Handler>();
        services.AddAct<TransferPerson, Guid, TransferPerson.Handler>();
        services.AddAct<ClosePerson, Guid, ClosePerson.Handler>();
        services.AddAct<GrantRole, Guid, GrantRole.Handler>();
        services.AddAct<EndRole, Guid, EndRole.Handler>();
        services.AddAct<AddRole, string, AddRole.Handler>();
        services.AddAct<ChangeRole, string, ChangeRole.Handler>();
        services.AddAct<ProposeRoles, int, ProposeRoles.Handler>();
        services.AddAct<OpenAccount, OpenedAccount, OpenAccount.Handler>();
        services.AddAct<ResetPassword, OpenedAccount, ResetPassword.Handler>();
        services.AddAct<LockAccount, Guid, LockAccount.Handler>();
        services.AddAct<UnlockAccount, Guid, UnlockAccount.Handler>();
        services.AddAct<ResetSecondFactor, Guid, ResetSecondFactor.Handler>();
        services.AddAct<ChangeOwnPassword, Guid, ChangeOwnPassword.Handler>();
        services.AddAct<ConfirmSecondFactor, Guid, ConfirmSecondFactor.Handler>();
        services.AddAct<RecordSignIn, Guid, RecordSignIn.Handler>();
        services.AddAct<SaveView, Guid, SaveView.Handler>();
        services.AddAct<DropView, Guid, DropView.Handler>();
        services.AddSingleton<RegisterBook>();
        services.AddScoped<RegisterReader>().AddScoped<SheetExport>().AddScoped<SheetDesk>().AddScoped<BatchDesk>().AddScoped<SavedViews>();
        services.AddRegister<UnitRegister>().AddRegister<PersonRegister>();
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        model.ApplyConfiguration(new Posting.Mapping());
        model.ApplyConfiguration(new Session.Mapping());
        model.ApplyConfiguration(new SignInRecord.Mapping());
        model.ApplyConfiguration(new SavedView.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        OrganisationAddresses.Map(api);
        PeopleAddresses.Map(api);
        IdentityAddresses.Map(api);
        RegisterAddresses.Map(api);
        LedgerAddresses.Map(api);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [];
}
